import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/index.ts'
import {
  hideAndShowPage,
  httpError,
  JOB,
  setNetwork,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

const invalidBody = { hello: 'world' }

describe('useItrJobStatus: transient errors', () => {
  it.each([
    ['a network failure', new TypeError('Failed to fetch'), { code: 'network', status: null }],
    ['a 503', httpError(503), { code: 'http', status: 503 }],
  ])('keeps polling with backoff after %s', async (_, response, error) => {
    const watcher = watchJob({}, { response })
    const { proxy } = watcher
    await tick(400)
    expect(watcher.result).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      isPolling: true,
      error: { ...error, name: 'ItrStatusError', kind: 'transient', retryAfter: null },
    })
    expect(watcher.result.error).toBeInstanceOf(ItrStatusError)
    await tick(40_000)
    expect(proxy.waits.slice(0, 3)).toEqual([5_000, 10_000, 10_000])
    proxy.response = statusBody()
    await tick(11_000)
    expect(watcher.result).toMatchObject({ phase: 'processing', connection: 'ok', error: null })
  })
})

describe('useItrJobStatus: doubtful errors', () => {
  it.each([
    ['an invalid body', invalidBody, { code: 'invalid_response', status: null }],
    ['`success: false`', { success: false }, { code: 'unsuccessful', status: null }],
    ['a redirect', httpError(302), { code: 'http', status: 302 }],
  ])('stops with an error at the third response in a row with %s', async (_, response, error) => {
    const watcher = watchJob({}, { response })
    await tick(6_000)
    expect(watcher.proxy.calls).toHaveLength(2)
    expect(watcher.result).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      error: { ...error, kind: 'doubtful' },
    })
    await tick(10_000)
    expect(watcher.result).toMatchObject({ phase: 'error', connection: 'ok', isPolling: false, error })
    await tick(600_000)
    expect(watcher.proxy.calls).toHaveLength(3)
  })
})

describe('useItrJobStatus: permanent errors', () => {
  it('stops at once, keeps the job, and does not poll on focus or reconnect', async () => {
    const watcher = watchJob()
    const { proxy } = watcher
    await tick(1_000)
    proxy.response = httpError(404)
    await tick(10_000)
    expect(watcher.result).toMatchObject({
      phase: 'error',
      connection: 'ok',
      isPolling: false,
      job: { jobId: JOB },
      error: { kind: 'permanent', code: 'http', status: 404 },
    })
    await hideAndShowPage(20_000)
    await setNetwork(false)
    await setNetwork(true)
    await tick(600_000)
    expect(proxy.calls).toHaveLength(2)
  })

  it('polls once for a watcher that mounts on the error after interval.min', async () => {
    const { proxy, client } = watchJob({}, { response: httpError(404) })
    await tick(1_000)
    const early = watchJob({}, { proxy, client })
    await tick(10_000)
    expect(early.result.phase).toBe('error')
    expect(proxy.calls).toHaveLength(1)
    proxy.response = statusBody()
    const late = watchJob({}, { proxy, client })
    await tick(400)
    expect(proxy.calls).toHaveLength(2)
    expect([early.result.phase, late.result.phase]).toEqual(['processing', 'processing'])
  })
})

describe('useItrJobStatus: Retry-After', () => {
  it('holds for focus, reconnect, refetch by the host and new watchers', async () => {
    const { proxy, client } = watchJob()
    await tick(1_000)
    proxy.response = httpError(429, { 'Retry-After': '50' })
    await tick(10_000)
    expect(proxy.calls).toHaveLength(2)
    for (let i = 0; i < 4; i++) {
      await tick(9_000)
      await hideAndShowPage()
      await setNetwork(false)
      await setNetwork(true)
      await act(async () => void client.invalidateQueries())
      watchJob({}, { proxy, client })
    }
    expect(proxy.calls).toHaveLength(2)
    await tick(20_000)
    expect(proxy.waits[1]).toBeGreaterThanOrEqual(50_000)
    expect(proxy.waits[1]).toBeLessThan(50_100)
  })
})
