import { QueryClientProvider, useQueries, useQuery } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(watcher.result.phase).toBe('timed-out')
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
    expect(watchJob({ fetch: proxy.fetch }, { client }).result.startedAt).toBe(at)
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

it('keeps the client of its first render', async () => {
  const [first, second] = [createClient(), createClient()]
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, queryClient: first })
  await tick(1_000)
  watcher.rerender({ queryClient: second })
  await tick(20_000)
  expect(second.getQueryData(key)).toBeUndefined()
  expect(first.getQueryState(key)!.dataUpdateCount).toBe(3)
})

it('components without any provider share the package’s own client', async () => {
  const proxy = createProxy()
  const watchers = [1, 2, 3].map(() => watchJob({ fetch: proxy.fetch, jobId: 'shared' }, { client: null }))
  await tick(1_000)
  expect(watchers.map(({ result }) => result.phase)).toEqual(['processing', 'processing', 'processing'])
  expect(proxy.calls).toHaveLength(1)
})
