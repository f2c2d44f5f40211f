import { act } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import {
  COMPLETED,
  hideAndShowPage,
  httpError,
  queryKey,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

type Watcher = ReturnType<typeof watchJob>

const call = ({ result }: Watcher) => act(async () => result.retry())

async function watchTimedOut() {
  const watcher = watchJob({ timeout: 20_000 })
  await tick(21_000)
  expect(watcher.result.phase).toBe('timed-out')
  return { watcher, proxy: watcher.proxy, before: watcher.proxy.calls.length }
}

/** Times out, then polls because the page is shown again. That request hangs. */
async function watchHangingRequest() {
  const { watcher, proxy } = await watchTimedOut()
  await tick(9_000)
  proxy.latency = 14_000
  await hideAndShowPage()
  await tick(1_000)
  return { watcher, proxy }
}

describe('useItrJobStatus: retry', () => {
  it('opens a new window and polls at once from timed-out', async () => {
    const onTimedOut = vi.fn()
    const watcher = watchJob({ timeout: 20_000, startedAt: Date.now() - 5_000, onTimedOut })
    await tick(16_000)
    expect(watcher.result.phase).toBe('timed-out')
    const before = watcher.proxy.calls.length
    const now = Date.now()
    await call(watcher)
    expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: true, startedAt: now })
    await tick(10)
    expect(watcher.proxy.calls).toHaveLength(before + 1)
    await tick(15_000)
    expect(watcher.result.phase).toBe('processing')
    watcher.rerender({ startedAt: now - 900_000 })
    await tick(10_000)
    expect(watcher.result.phase).toBe('timed-out')
    expect(onTimedOut).toHaveBeenCalledTimes(2)
  })

  it('polls at once from error, without the Retry-After and the count of failures', async () => {
    const watcher = watchJob({}, { response: httpError(404, { 'Retry-After': '60' }) })
    await tick(400)
    expect(watcher.result.phase).toBe('error')
    watcher.proxy.response = { not: 'a status' }
    await call(watcher)
    expect(watcher.result).toMatchObject({ phase: 'connecting', error: null })
    await tick(6_000)
    expect(watcher.proxy.calls).toHaveLength(3)
    expect(watcher.result.phase).toBe('connecting')
  })

  it('does nothing in other phases', async () => {
    const watcher = watchJob()
    await call(watcher)
    await tick(1_000)
    const { startedAt } = watcher.result
    await call(watcher)
    await tick(1_000)
    expect(watcher.proxy.calls).toHaveLength(1)
    watcher.proxy.response = statusBody({ status: 'failed' })
    await tick(10_000)
    await call(watcher)
    await tick(60_000)
    expect(watcher.proxy.calls).toHaveLength(2)
    expect(watcher.result.startedAt).toBe(startedAt)
  })

  it('opens one window for all watchers, and polls once', async () => {
    const { watcher, proxy, before } = await watchTimedOut()
    const other = watchJob({ timeout: 20_000 }, watcher)
    await act(async () => {
      watcher.result.retry()
      other.result.retry()
      watcher.result.retry()
    })
    expect([watcher.result.phase, other.result.phase]).toEqual(['processing', 'processing'])
    await tick(1_000)
    expect(proxy.calls).toHaveLength(before + 1)
  })

  it('replaces a request that hangs', async () => {
    const { watcher, proxy } = await watchHangingRequest()
    const before = proxy.calls.length
    Object.assign(proxy, { latency: 300, response: COMPLETED })
    await call(watcher)
    expect(watcher.result.phase).toBe('processing')
    await tick(400)
    expect(proxy.calls).toHaveLength(before + 1)
    expect(watcher.result.phase).toBe('completed')
  })

  it('leaves no error of the replaced request in the cache', async () => {
    const { watcher } = await watchHangingRequest()
    await call(watcher)
    expect(watcher.client.getQueryState(queryKey)).toMatchObject({ status: 'success', error: null })
  })

  it('polls once at once while disabled, in the same window', async () => {
    const { watcher, proxy, before } = await watchTimedOut()
    watcher.rerender({ enabled: false })
    const { startedAt } = watcher.result
    for (const count of [1, 2]) {
      await call(watcher)
      await tick(60_000)
      expect(proxy.calls).toHaveLength(before + count)
      expect(watcher.result).toMatchObject({ phase: 'timed-out', startedAt })
    }
    proxy.response = COMPLETED
    await call(watcher)
    await tick(400)
    expect(watcher.result.phase).toBe('completed')
  })

  it('polls at once while disabled in spite of a Retry-After', async () => {
    const watcher = watchJob({}, { response: httpError(404, { 'Retry-After': '60' }) })
    await tick(1_000)
    watcher.rerender({ enabled: false })
    await call(watcher)
    await tick(10)
    expect(watcher.proxy.calls).toHaveLength(2)
  })

  it('does nothing after unmount', async () => {
    const { watcher, proxy, before } = await watchTimedOut()
    watcher.unmount()
    await call(watcher)
    await tick(30_000)
    expect(proxy.calls).toHaveLength(before)
  })
})
