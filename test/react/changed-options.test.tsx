import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ItrProvider, useItrJobStatus } from '../../src/index.ts'
import { createProxy, hideAndShowPage, httpError, JOB, tick, useFakePage, watchJob } from './watchJob.tsx'

useFakePage()

const jobIdsOf = ({ calls }: ReturnType<typeof createProxy>) =>
  calls.map(({ init }) => (JSON.parse(init.body as string) as { job_id: string }).job_id)

describe('useItrJobStatus: changed options', () => {
  it('polls only the new job when the page is shown again', async () => {
    const { proxy, rerender } = watchJob()
    await tick(1_000)
    rerender({ jobId: 'handle-2' })
    await tick(1_000)
    await hideAndShowPage(20_000)
    await tick(1_000)
    expect(jobIdsOf(proxy)).toEqual([JOB, 'handle-2', 'handle-2'])
  })

  it('polls when the page is shown again only while enabled', async () => {
    const { proxy, rerender } = watchJob()
    await tick(1_000)
    rerender({ enabled: false })
    await hideAndShowPage(20_000)
    await tick(1_000)
    expect(proxy.calls).toHaveLength(1)
    rerender({ enabled: true })
    await tick(1_000)
    await hideAndShowPage(20_000)
    await tick(1_000)
    expect(proxy.calls).toHaveLength(3)
  })

  it('waits for the new `interval.min` when the page is shown again', async () => {
    const { proxy, rerender } = watchJob({ interval: { min: 1_000, max: 60_000 } })
    await tick(1_000)
    rerender({ interval: { min: 30_000, max: 60_000 } })
    await hideAndShowPage(5_000)
    await tick(20_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('retries the new job', async () => {
    const watcher = watchJob({}, { response: httpError(404) })
    await tick(1_000)
    watcher.rerender({ jobId: 'handle-2' })
    await tick(1_000)
    watcher.result.retry()
    await tick(1_000)
    expect(jobIdsOf(watcher.proxy)).toEqual([JOB, 'handle-2', 'handle-2'])
  })

  it('does not retry a job that a new `timeout` has made live again', async () => {
    const watcher = watchJob({ timeout: 20_000 })
    await tick(25_000)
    expect(watcher.result.phase).toBe('timed-out')
    watcher.rerender({ timeout: 240_000 })
    expect(watcher.result.phase).toBe('processing')
    const { length } = watcher.proxy.calls
    watcher.result.retry()
    await tick(1)
    expect(watcher.proxy.calls).toHaveLength(length)
  })

  it('returns the new `typicalDuration`, and the same result for an equal one', async () => {
    const watcher = watchJob({ typicalDuration: { min: 1_000, max: 2_000 } })
    await tick(1_000)
    const { result } = watcher
    watcher.rerender({ typicalDuration: { min: 1_000, max: 2_000 } })
    expect(watcher.result).toBe(result)
    watcher.rerender({ typicalDuration: { min: 3_000, max: 4_000 } })
    expect(watcher.result.typicalDuration).toEqual({ min: 3_000, max: 4_000 })
  })
})

describe('ItrProvider: changed values', () => {
  it('uses the new value', async () => {
    const proxy = createProxy()
    let proxyUrl = '/first'
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ItrProvider proxyUrl={proxyUrl} fetch={proxy.fetch}>
        {children}
      </ItrProvider>
    )
    const { rerender } = renderHook(() => useItrJobStatus({ jobId: 'of-provider' }), { wrapper })
    await tick(1_000)
    proxyUrl = '/second'
    rerender()
    await tick(1_000)
    expect(proxy.calls.map(({ url }) => url)).toEqual(['/first', '/second'])
  })
})
