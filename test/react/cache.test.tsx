import {
  dehydrate,
  hydrate,
  QueryClient,
  QueryClientProvider,
  useQueries,
  useQuery,
  type QueryPersister,
} from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  JOB,
  showPage,
  tick,
  URL,
  useFakePage,
  watchJob,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

const key = ['itr-progress', URL, JOB]

describe('a job is dropped a minute after its last watcher left', () => {
  it('whatever gcTime the host has, and not while somebody watches', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
    const proxy = createProxy(answer({ status: 'completed' }))
    const one = watchJob({ fetch: proxy.fetch }, { client })
    const two = watchJob({ fetch: proxy.fetch }, { client })
    await tick(1_000)
    one.unmount()
    await tick(600_000)
    expect(client.getQueryData(key)).toBeDefined()
    two.unmount()
    await tick(59_000)
    expect(client.getQueryData(key)).toBeDefined()
    await tick(2_000)
    expect(client.getQueryData(key)).toBeUndefined()
  })

  it('hydrated ones too', async () => {
    const server = createClient()
    server.setQueryData(key, { jobId: JOB, status: 'processing' })
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: 86_400_000 }, hydrate: {} } })
    hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
    const { unmount } = watchJob({ fetch: createProxy().fetch }, { client })
    await tick(1_000)
    unmount()
    await tick(61_000)
    expect(client.getQueryCache().find({ queryKey: key })).toBeUndefined()
  })

  it('and its window goes with it', async () => {
    const client = createClient()
    const proxy = createProxy()
    const first = watchJob({ fetch: proxy.fetch }, { client })
    await tick(30_000)
    const { startedAt } = first.itr
    first.unmount()
    await tick(30_000)
    const again = watchJob({ fetch: proxy.fetch }, { client })
    expect(again.itr.startedAt).toBe(startedAt)
    again.unmount()
    await tick(61_000)
    expect(watchJob({ fetch: proxy.fetch }, { client }).itr.startedAt).toBe(Date.now())
  })
})

it('defaults of the host’s QueryClient change nothing', async () => {
  const hostile = () =>
    new QueryClient({
      defaultOptions: {
        queries: {
          retry: 5,
          retryDelay: 10,
          retryOnMount: false,
          throwOnError: true,
          networkMode: 'offlineFirst',
          staleTime: Infinity,
          gcTime: 0,
          enabled: false,
          refetchInterval: 100,
          refetchIntervalInBackground: true,
          refetchOnMount: false,
          refetchOnWindowFocus: 'always',
          refetchOnReconnect: false,
          structuralSharing: false,
          notifyOnChangeProps: 'all',
          select: () => 'nothing',
          placeholderData: { jobId: 'x', status: 'completed' },
          initialData: { jobId: 'x', status: 'completed' },
        } as object,
      },
    })
  const live = async (client: QueryClient) => {
    const proxy = createProxy(answer({ status: 'initiated' }))
    const watcher = watchJob({ fetch: proxy.fetch, timeout: 100_000 }, { client })
    await tick(22_000)
    proxy.says = httpError(503)
    await tick(30_000)
    await showPage(false)
    await showPage(true)
    proxy.says = answer()
    await tick(40_000)
    await tick(20_000)
    watcher.unmount()
    const again = watchJob({ fetch: proxy.fetch, timeout: 100_000 }, { client })
    await tick(10_000)
    return { seconds: proxy.seconds, phases: [...watcher.phases, ...again.phases], renders: watcher.renders }
  }
  expect(await live(hostile())).toEqual(await live(createClient()))
})

it('a host’s default persister does not get the job', async () => {
  const persister = vi.fn() as unknown as QueryPersister & ReturnType<typeof vi.fn>
  const client = new QueryClient({ defaultOptions: { queries: { persister: persister as never } } })
  const watcher = watchJob({ fetch: createProxy().fetch }, { client })
  await tick(1_000)
  expect(watcher.itr.phase).toBe('processing')
  expect(persister).not.toHaveBeenCalled()
})

it('pan is masked before it reaches the cache, and nothing identifying reaches URL, storage or console', async () => {
  const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  )
  const proxy = createProxy(answer({ pan: 'ABCDE1234F', error_message: 'for ABCDE1234F', status: 'failed' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  expect(watcher.itr.job).toMatchObject({ pan: 'ABCDE****F', errorMessage: 'for ABCDE****F' })
  expect(JSON.stringify(dehydrate(watcher.client!))).not.toContain('1234')
  expect(String(proxy.calls[0]!.url)).not.toContain(JOB)
  expect(localStorage.length + sessionStorage.length).toBe(0)
  logs.forEach((log) => expect(log).not.toHaveBeenCalled())
  vi.restoreAllMocks()
})

describe('a status that a server prefetched', () => {
  const prefetched = async (says: object) => {
    const server = createClient()
    const proxy = createProxy(says)
    void server.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch }))
    await tick(400)
    const client = createClient()
    hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
    return client
  }

  it('is shown at once, without a second request before it is due', async () => {
    const client = await prefetched(answer())
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch }, { client })
    expect(watcher.phases).toEqual(['processing'])
    await tick(4_000)
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('although the server’s clock is ahead', async () => {
    const client = await prefetched(answer())
    vi.setSystemTime(Date.now() - 3_600_000)
    const proxy = createProxy()
    watchJob({ fetch: proxy.fetch }, { client })
    await tick(4_000)
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('is shown while not enabled, with no window open', async () => {
    const client = await prefetched(answer())
    const watcher = watchJob({ enabled: false }, { client })
    expect(watcher.itr).toMatchObject({
      phase: 'processing',
      startedAt: null,
      isPolling: false,
      connection: 'ok',
    })
  })

  it('is never asked for again once it is terminal', async () => {
    const client = await prefetched(answer({ status: 'completed' }))
    const proxy = createProxy()
    const onCompleted = vi.fn()
    watchJob({ fetch: proxy.fetch, onCompleted }, { client })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(0)
    expect(onCompleted).toHaveBeenCalledTimes(1)
  })

  it('renders on a server', async () => {
    const client = await prefetched(answer())
    const Phase = () => <p>{useItrJobStatus({ jobId: JOB, proxyUrl: URL }).phase}</p>
    const html = renderToString(
      <QueryClientProvider client={client}>
        <Phase />
      </QueryClientProvider>,
    )
    expect(html).toBe('<p>processing</p>')
    expect(renderToString(<Phase />)).toBe('<p>connecting</p>')
  })
})

describe('itrJobStatusOptions', () => {
  it('gives the same query to useQuery, which stops by the same rules', async () => {
    const proxy = createProxy()
    const client = createClient()
    const options = { jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, timeout: 20_000 }
    const wrapper = ({ children }: { children: React.ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    )
    const { result } = renderHook(() => useQuery(itrJobStatusOptions(options)), { wrapper })
    await tick(400)
    expect(result.current.data).toMatchObject({ jobId: JOB, status: 'processing' })
    const watcher = watchJob(options, { client })
    await tick(60_000)
    expect(proxy.seconds).toEqual([0, 10.3, 20])
    expect(watcher.itr.phase).toBe('timed-out')
    await showPage(false)
    await showPage(true)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(4)
  })

  it('alone, it checks a timed-out job once on focus', async () => {
    const proxy = createProxy()
    const client = createClient()
    const { unmount } = renderHook(
      () => useQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, timeout: 20_000 })),
      { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
    )
    await tick(60_000)
    expect(proxy.calls).toHaveLength(3)
    await showPage(false)
    await showPage(true)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(4)
    unmount()
  })

  it('watches ten jobs with useQueries, and none without a jobId', async () => {
    const proxy = createProxy(answer({ status: 'completed' }))
    const client = createClient()
    const jobs = [null, ...Array.from({ length: 10 }, (_, i) => `handle-${i}`)]
    const { result } = renderHook(
      () =>
        useQueries({
          queries: jobs.map((jobId) => itrJobStatusOptions({ jobId, proxyUrl: URL, fetch: proxy.fetch })),
        }),
      { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
    )
    await tick(60_000)
    expect(result.current.map(({ data }) => data?.status)).toEqual([
      undefined,
      ...Array(10).fill('completed'),
    ])
    expect(proxy.calls).toHaveLength(10)
  })

  it('opens the window with the first request, which may be a loader’s', async () => {
    const proxy = createProxy()
    const client = createClient()
    const at = Date.now()
    void client.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch }))
    await tick(3_000)
    expect(watchJob({ fetch: proxy.fetch }, { client }).itr.startedAt).toBe(at)
    expect(proxy.calls).toHaveLength(1)
  })

  it('its error is an ItrStatusError', async () => {
    const proxy = createProxy(httpError(404))
    const client = createClient()
    const asked = client.fetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch }))
    const refused = expect(asked).rejects.toMatchObject({ name: 'ItrStatusError', status: 404 })
    await tick(400)
    await refused
  })
})

it('a client given as an option is used, though no provider mounted it', async () => {
  const client = createClient()
  const proxy = createProxy()
  const { result } = renderHook(() =>
    useItrJobStatus({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, queryClient: client }),
  )
  await tick(1_000)
  expect(result.current.phase).toBe('processing')
  expect(client.getQueryData(key)).toMatchObject({ jobId: JOB })
  await showPage(false)
  await tick(20_000)
  await showPage(true)
  await tick(400)
  expect(proxy.calls).toHaveLength(2)
})
