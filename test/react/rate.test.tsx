import { focusManager, useQuery } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus, type ItrJobStatusOptions } from '../../src/index.ts'
import {
  createClient,
  createProxy,
  hideAndShowPage,
  httpError,
  JOB,
  PROXY_URL,
  setNetwork,
  showPage,
  statusBody,
  tick,
  useFakePage,
  watchJob,
  writeToCache,
} from './watchJob.tsx'

useFakePage()

type Watcher = ReturnType<typeof watchJob>

const hookAndQuery: [string, (options: ItrJobStatusOptions) => unknown][] = [
  ['the hook', useItrJobStatus],
  ['a plain useQuery', (options) => useQuery(itrJobStatusOptions(options), options.queryClient)],
]

const flapPageAndNetwork = (_: Watcher, i: number) =>
  i % 4 < 2 ? showPage(i % 2 === 1) : setNetwork(i % 2 === 1)

describe.each([
  ['after responses', statusBody()],
  ['after failures', httpError(503)],
])('useItrJobStatus: interval.min %s', (_, response) => {
  it('holds through remounts', async () => {
    const proxy = createProxy(response)
    const client = createClient()
    for (let i = 0; i < 60; i++) {
      const { unmount } = watchJob({}, { proxy, client })
      await tick(1_000)
      unmount()
    }
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    expect(proxy.calls.length).toBeGreaterThanOrEqual(6)
  })

  it.each<[string, (watcher: Watcher, i: number) => unknown]>([
    ['focus events and a flapping network', flapPageAndNetwork],
    ['changes of `enabled`', ({ rerender }, i) => rerender({ enabled: i % 2 === 1 })],
  ])('holds through %s', async (_, change) => {
    const watcher = watchJob({}, { response })
    for (let i = 0; i < 100; i++) {
      await tick(700)
      await change(watcher, i)
    }
    expect(Math.min(...watcher.proxy.waits)).toBeGreaterThanOrEqual(5_000)
    expect(watcher.proxy.calls.length).toBeGreaterThanOrEqual(5)
  })
})

describe('useItrJobStatus: interval', () => {
  it('polls once for any number of watchers', async () => {
    const { proxy, client } = watchJob()
    for (let i = 0; i < 9; i++) watchJob({}, { proxy, client })
    await tick(120_000)
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    expect(proxy.calls.length).toBeGreaterThan(12)
  })

  it('keeps its schedule while the component renders every 100 ms', async () => {
    const busy = watchJob()
    const calm = watchJob()
    for (let i = 0; i < 1_200; i++) {
      await tick(100)
      busy.rerender({ interval: { min: 5_000, max: 10_000 }, headers: {} })
    }
    expect(busy.proxy.calls.length).toBe(calm.proxy.calls.length)
    busy.proxy.seconds.forEach((second, i) => expect(second).toBeCloseTo(calm.proxy.seconds[i]!, 1))
  })

  it('counts aborted requests of quick remounts', async () => {
    const proxy = createProxy()
    const client = createClient()
    for (let i = 0; i < 5; i++) {
      const { unmount } = watchJob({}, { proxy, client })
      await tick(50)
      unmount()
    }
    expect(proxy.calls).toHaveLength(1)
    watchJob({}, { proxy, client })
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(proxy.waits[0]).toBeGreaterThanOrEqual(5_000)
  })

  const month = 30 * 24 * 3600 * 1000
  it.each([
    { min: 5_000, max: month },
    { min: month, max: month },
  ])('holds %o, which no timer can hold', async (interval) => {
    const { proxy } = watchJob({ interval, timeout: Infinity })
    await tick(2 * month)
    expect(proxy.calls.length).toBeGreaterThan(1)
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(interval.min)
    expect(Math.max(...proxy.waits)).toBeLessThanOrEqual(interval.max + 1_000)
  })
})

describe('useItrJobStatus: a host that uses the QueryClient', () => {
  it('may refetch a live job at once', async () => {
    const { proxy, client } = watchJob()
    for (const refetch of [() => client.invalidateQueries(), () => client.refetchQueries()]) {
      await tick(1_000)
      const before = proxy.calls.length
      await act(async () => void refetch())
      await tick(10)
      expect(proxy.calls).toHaveLength(before + 1)
    }
  })

  it('may refetch a live job at once after a failed poll', async () => {
    const { proxy, client } = watchJob()
    await tick(1_000)
    proxy.response = httpError(503)
    await tick(10_000)
    const before = proxy.calls.length
    await act(async () => void client.invalidateQueries())
    await tick(400)
    await act(async () => void client.refetchQueries())
    await tick(400)
    expect(proxy.calls).toHaveLength(before + 2)
  })

  it('does not delay polls by writing into the cache', async () => {
    const { proxy, client } = watchJob()
    for (let i = 0; i < 60; i++) {
      await tick(1_000)
      await writeToCache(client, { updatedAt: new Date().toISOString() })
    }
    expect(proxy.calls.length).toBeGreaterThanOrEqual(7)
  })

  it('waits for interval.min after resetQueries(), which no longer knows the job', async () => {
    const { proxy, client } = watchJob()
    await tick(1_000)
    await act(async () => void client.resetQueries())
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(proxy.waits[0]).toBeGreaterThanOrEqual(5_000)
  })

  it.each(hookAndQuery)(
    'sends no early request for changed options after a failed poll, with %s',
    async (_, useJob) => {
      const [proxy, queryClient] = [createProxy(), createClient()]
      const options = { jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, queryClient }
      const { rerender } = renderHook((changed: object) => useJob({ ...options, ...changed }), {
        initialProps: {},
      })
      await tick(1_000)
      proxy.response = httpError(503)
      await tick(10_000)
      const before = proxy.calls.length
      for (const enabled of [false, true, false, true]) {
        rerender({ enabled })
        await tick(500)
      }
      expect(proxy.calls).toHaveLength(before)
    },
  )

  it('does not end polling by cancelQueries()', async () => {
    const { proxy, client } = watchJob()
    await tick(100)
    await act(() => client.cancelQueries())
    await tick(11_000)
    expect(proxy.calls.length).toBeGreaterThanOrEqual(2)
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
  })

  it.each([100, 1_000])('does not end polling by clear() after %i ms', async (ms) => {
    const { proxy, client } = watchJob()
    await tick(ms)
    await act(async () => client.clear())
    await tick(21_000)
    expect(proxy.calls.length).toBeGreaterThanOrEqual(3)
  })
})

/** Watches a job with data whose second request is in flight. */
async function watchRequestInFlight() {
  const watcher = watchJob()
  await tick(10_400)
  expect(watcher.proxy.calls.map(({ endedAt }) => endedAt === null)).toEqual([false, true])
  return watcher
}

describe('useItrJobStatus: a request in flight', () => {
  it.each([
    ['after a response', statusBody()],
    ['after a failure', httpError(503)],
  ])('follows at once when the host refetches %s', async (_, response) => {
    const { proxy, client } = watchJob({}, { response })
    await tick(2_000)
    await act(async () => void client.refetchQueries())
    await tick(10)
    expect(proxy.calls).toHaveLength(2)
  })

  it('is replaced at once when the host refetches', async () => {
    const { proxy, client } = await watchRequestInFlight()
    await act(async () => void client.invalidateQueries())
    await tick(10)
    expect(proxy.calls.map(({ isAborted }) => isAborted)).toEqual([false, true, false])
  })

  it('counts for interval.min when a change of jobId aborts it', async () => {
    const { proxy, client, rerender } = await watchRequestInFlight()
    await act(async () => void client.invalidateQueries({ refetchType: 'none' }))
    rerender({ jobId: null })
    rerender({})
    await tick(6_000)
    expect(proxy.calls.map(({ isAborted }) => isAborted)).toEqual([false, true, false])
    expect(proxy.waits[1]).toBeGreaterThanOrEqual(5_000)
  })

  it('counts for interval.min when cancelQueries() aborts it', async () => {
    const { proxy, client } = watchJob({ typicalDuration: { min: 1 } })
    await tick(1_000)
    proxy.latency = 4_900
    await tick(9_000)
    await act(() => client.cancelQueries())
    await tick(12_000)
    expect(proxy.calls.map(({ isAborted }) => isAborted)).toEqual([false, true, false])
    expect(proxy.waits[1]).toBeGreaterThanOrEqual(5_000)
  })

  it('counts for interval.min when cancelQueries() aborts the first one', async () => {
    const { proxy, client, unmount } = watchJob()
    await tick(100)
    await act(() => client.cancelQueries())
    unmount()
    watchJob({}, { proxy, client })
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(proxy.waits[0]).toBeGreaterThanOrEqual(5_000)
  })
})

describe('useItrJobStatus: a hidden page', () => {
  it.each([
    ['the QueryClient of the host', createClient()],
    ['the own QueryClient of the package', null],
  ])('sends no request, and polls at once when shown after interval.min, with %s', async (_, client) => {
    const { proxy, unmount } = watchJob({ jobId: 'hidden-page' }, { client })
    await tick(1_000)
    await showPage(false)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
    await showPage(true)
    await tick(10)
    expect(proxy.calls).toHaveLength(2)
    unmount()
  })

  it.each([
    ['another jobId that is in the cache', { jobId: 'handle-2' }],
    ['`enabled`', { enabled: true }],
  ])('sends no request for %s', async (_, change) => {
    const other = watchJob({ jobId: 'handle-2' })
    await tick(1_000)
    other.unmount()
    const { proxy, client } = other
    const { rerender } = watchJob({}, { proxy, client })
    await tick(1_000)
    rerender({ enabled: false })
    await showPage(false)
    await tick(20_000)
    rerender(change)
    await tick(20_000)
    expect(proxy.calls).toHaveLength(2)
    await showPage(true)
    await tick(10)
    expect(proxy.calls).toHaveLength(3)
  })

  it('sends no request for `enabled` after a failed poll', async () => {
    const { proxy, rerender } = watchJob()
    await tick(9_000)
    proxy.response = httpError(503)
    await tick(2_000)
    expect(proxy.calls).toHaveLength(2)
    await showPage(false)
    await tick(30_000)
    for (const enabled of [false, true]) {
      rerender({ enabled })
      await tick(1_000)
    }
    expect(proxy.calls).toHaveLength(2)
    await showPage(true)
    await tick(10)
    expect(proxy.calls).toHaveLength(3)
  })

  it.each(hookAndQuery)('has a slow timer after a render, with %s', async (_, useJob) => {
    const [proxy, queryClient] = [createProxy(), createClient()]
    const options = { jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, queryClient }
    const { rerender } = renderHook(() => useJob(options))
    await tick(1_000)
    await showPage(false)
    await tick(60_000)
    rerender()
    const isFocused = vi.spyOn(focusManager, 'isFocused')
    await tick(10_000)
    expect(isFocused.mock.calls.length).toBeLessThan(20)
  })

  it('sends the first request of a watcher and no other, as in an embedded view that is never visible', async () => {
    await showPage(false)
    const { proxy, phases } = watchJob()
    await tick(600_000)
    expect(proxy.calls).toHaveLength(1)
    expect(phases).toEqual(['connecting', 'processing'])
  })

  it.each([
    ['after a response', statusBody()],
    ['after a failed poll', httpError(503)],
  ])('sends a request that the host asks for %s', async (_, response) => {
    const { proxy, client } = watchJob()
    await tick(1_000)
    proxy.response = response
    await tick(10_000)
    expect(proxy.calls).toHaveLength(2)
    await showPage(false)
    void client.invalidateQueries()
    await tick(400)
    expect(proxy.calls).toHaveLength(3)
    expect(client.isFetching()).toBe(0)
  })

  it('does not poll again when shown if the host has refetched since', async () => {
    const { proxy, client } = watchJob()
    await tick(1_000)
    await hideAndShowPage()
    await tick(1_000)
    await act(async () => void client.invalidateQueries())
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
  })

  it('sends no request when shown if the hook was disabled since', async () => {
    const { proxy, rerender } = watchJob()
    await tick(1_000)
    await hideAndShowPage()
    rerender({ enabled: false })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: a network that returned while nothing was mounted', () => {
  it('polls at the next mount', async () => {
    const first = watchJob({ jobId: 'away' }, { client: null })
    await tick(1_000)
    await setNetwork(false)
    first.unmount()
    await setNetwork(true)
    await tick(10_000)
    expect(first.proxy.calls).toHaveLength(1)
    const next = watchJob({ jobId: 'away' }, { proxy: first.proxy, client: null })
    await tick(1_000)
    expect(next.result.connection).toBe('ok')
    expect(first.proxy.calls).toHaveLength(2)
  })
})
