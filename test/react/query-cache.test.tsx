import { QueryCache, QueryClient, QueryClientProvider, useQueries, useQuery } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import {
  COMPLETED,
  createClient,
  createProxy,
  hideAndShowPage,
  httpError,
  JOB,
  PROXY_URL,
  queryKey,
  setNetwork,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

function setUp(response?: object) {
  const proxy = createProxy(response)
  const client = createClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const optionsOf = (jobId: string | null) =>
    itrJobStatusOptions({ jobId, proxyUrl: PROXY_URL, fetch: proxy.fetch, timeout: 20_000 })
  return { proxy, client, wrapper, optionsOf }
}

describe('itrJobStatusOptions', () => {
  it.each([
    ['useQuery alone', false],
    ['useQuery and the hook together', true],
  ])('stops at the deadline, and polls once on focus, with %s', async (_, isWatched) => {
    const { proxy, client, wrapper, optionsOf } = setUp()
    const { result, rerender } = renderHook(() => useQuery(optionsOf(JOB)), { wrapper })
    await tick(400)
    expect(result.current.data).toMatchObject({ jobId: JOB, status: 'processing' })
    if (isWatched) watchJob({ timeout: 20_000 }, { proxy, client })
    for (let second = 0; second < 60; second++) {
      await tick(1_000)
      rerender()
    }
    expect(proxy.seconds).toEqual([0, 10.3, 20])
    await hideAndShowPage()
    await tick(60_000)
    expect(proxy.calls).toHaveLength(4)
  })

  it('watches many jobs with useQueries, and sends no request without a jobId', async () => {
    const { proxy, wrapper, optionsOf } = setUp(COMPLETED)
    const jobs = [null, ...Array.from({ length: 10 }, (_, i) => `handle-${i}`)]
    const { result } = renderHook(() => useQueries({ queries: jobs.map(optionsOf) }), { wrapper })
    await tick(60_000)
    const statuses = result.current.map(({ data }) => data?.status)
    expect(statuses).toEqual([undefined, ...Array<string>(10).fill('completed')])
    expect(proxy.calls).toHaveLength(10)
  })

  it('opens the window at the first request', async () => {
    const { proxy, client, optionsOf } = setUp()
    const start = Date.now()
    void client.prefetchQuery(optionsOf(JOB))
    await tick(3_000)
    expect(watchJob({}, { proxy, client }).result.startedAt).toBe(start)
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: queryClient', () => {
  it('may be an option without any provider', async () => {
    const proxy = createProxy()
    const client = createClient()
    const options = { jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, queryClient: client }
    renderHook(() => useItrJobStatus(options))
    await tick(1_000)
    expect(client.getQueryData(queryKey)).toMatchObject({ jobId: JOB })
    await hideAndShowPage(20_000)
    await tick(400)
    expect(proxy.calls).toHaveLength(2)
  })

  it('is read at the first render only', async () => {
    const [first, second] = [createClient(), createClient()]
    const { rerender } = watchJob({ queryClient: first })
    await tick(1_000)
    rerender({ queryClient: second })
    await tick(20_000)
    expect(second.getQueryData(queryKey)).toBeUndefined()
    expect(first.getQueryState(queryKey)!.dataUpdateCount).toBe(3)
  })

  it('is the package’s own, shared by all components, without a provider', async () => {
    const proxy = createProxy()
    const watchers = [1, 2, 3].map(() => watchJob({ jobId: 'shared' }, { proxy, client: null }))
    await tick(1_000)
    expect(watchers.map(({ result }) => result.phase)).toEqual(['processing', 'processing', 'processing'])
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: a query that the host drops', () => {
  it.each(['clear', 'removeQueries'] as const)('is replaced by a new one after %s()', async (drop) => {
    const onCompleted = vi.fn()
    const { proxy, client, phases } = watchJob({ onCompleted })
    await tick(1_000)
    client[drop]()
    proxy.response = COMPLETED
    // React 18 renders at the end of a tick.
    await tick(9_400)
    await tick(1_000)
    expect(phases).toEqual(['connecting', 'processing', 'connecting', 'completed'])
    expect(onCompleted).toHaveBeenCalledTimes(1)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(2)
  })
})

describe('useItrJobStatus: query lookup', () => {
  it('does not search the whole cache at each poll', async () => {
    const { proxy, client } = setUp()
    for (const jobId of ['job-1', 'job-2', 'job-3']) watchJob({ jobId }, { proxy, client })
    const getAll = vi.spyOn(QueryCache.prototype, 'getAll')
    await tick(60_000)
    expect(proxy.calls.length).toBeGreaterThan(20)
    expect(getAll).not.toHaveBeenCalled()
  })

  it('finds its query under a host’s queryKeyHashFn', async () => {
    const queryKeyHashFn = (key: readonly unknown[]) => `host ${JSON.stringify(key)}`
    const client = new QueryClient({ defaultOptions: { queries: { queryKeyHashFn } } })
    const { proxy } = watchJob({}, { client, response: COMPLETED })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
    expect(client.getQueryCache().getAll()[0]?.queryHash).toMatch(/^host /)
  })
})

const createHostClient = (refetch: boolean | 'always') =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: 5,
        retryDelay: 10,
        retryOnMount: false,
        throwOnError: true,
        suspense: true,
        networkMode: 'offlineFirst',
        staleTime: Infinity,
        gcTime: 0,
        enabled: false,
        refetchInterval: 100,
        refetchIntervalInBackground: true,
        refetchOnMount: refetch,
        refetchOnWindowFocus: refetch,
        refetchOnReconnect: refetch,
        structuralSharing: false,
        notifyOnChangeProps: 'all',
        select: () => 'nothing',
        placeholderData: { jobId: 'x', status: 'completed' },
        initialData: { jobId: 'x', status: 'completed' },
        queryFn: () => ({ jobId: 'x', status: 'completed' }),
      } as object,
    },
  })

/** Returns requests, phases and renders of a job with failures, a hidden page, a remount, a time-out, a retry and an end. */
async function recordJob(client: QueryClient) {
  client.mount()
  const watcher = watchJob({ timeout: 100_000 }, { client, response: statusBody({ status: 'initiated' }) })
  const { proxy, phases } = watcher
  await tick(22_000)
  await hideAndShowPage(10)
  await setNetwork(false)
  await setNetwork(true)
  proxy.response = httpError(503)
  await tick(30_000)
  await hideAndShowPage()
  proxy.response = statusBody()
  await tick(40_000)
  await tick(20_000)
  watcher.unmount()
  const remounted = watchJob({ timeout: 100_000 }, { proxy, client })
  await tick(10_000)
  await act(async () => remounted.result.retry())
  await tick(10_000)
  proxy.response = COMPLETED
  await tick(20_000)
  await hideAndShowPage()
  await setNetwork(false)
  await setNetwork(true)
  await act(() => client.invalidateQueries({ refetchType: 'all' }))
  await tick(60_000)
  client.unmount()
  const renders = watcher.renders + remounted.renders
  return { seconds: proxy.seconds, phases: [...phases, ...remounted.phases], renders }
}

describe('useItrJobStatus: isolation', () => {
  it.each([false, 'always'] as const)(
    'is not changed by a host’s QueryClient that refetches: %s',
    async (refetch) => {
      const expected = await recordJob(createClient())
      expect(expected.phases.slice(-3)).toEqual(['timed-out', 'processing', 'completed'])
      expect(await recordJob(createHostClient(refetch))).toEqual(expected)
    },
  )
})
