import { describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions } from '../../src/index.ts'
import {
  COMPLETED,
  createClient,
  createProxy,
  JOB,
  PROXY_URL,
  queryKey,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

const neverResponds = () => new Promise<Response>(() => {})

describe('useItrJobStatus: requests', () => {
  it('polls again after requestTimeout, even if fetch ignores its signal', async () => {
    const fetch = vi.fn(neverResponds)
    const watcher = watchJob({ fetch, requestTimeout: 4_000 })
    await tick(4_100)
    expect(watcher.result).toMatchObject({
      connection: 'reconnecting',
      error: { code: 'timeout', kind: 'transient' },
    })
    await tick(5_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('ends a request after 15 seconds by default, also while its body hangs', async () => {
    const watcher = watchJob({}, { response: () => new Response(new ReadableStream()) })
    await tick(14_900)
    expect(watcher.result.error).toBeNull()
    await tick(200)
    expect(watcher.result.error).toMatchObject({ code: 'timeout' })
  })

  it('aborts the request on unmount, on another jobId and after requestTimeout', async () => {
    const signals: AbortSignal[] = []
    const fetch = vi.fn((_: unknown, init?: RequestInit) => {
      signals.push(init!.signal!)
      return neverResponds()
    })
    const watcher = watchJob({ fetch })
    await tick(100)
    watcher.rerender({ jobId: 'handle-2' })
    await tick(100)
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    await tick(15_000)
    expect(signals[1]!.aborted).toBe(true)
    await tick(5_000)
    watcher.unmount()
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, true])
  })

  it('runs with the abort-controller package, which React Native before 0.87 contains', async () => {
    class OldAbortController {
      // Without `reason` and `throwIfAborted`.
      signal = Object.assign(new EventTarget(), { aborted: false })
      abort() {
        this.signal.aborted = true
        this.signal.dispatchEvent(new Event('abort'))
      }
    }
    vi.stubGlobal('AbortController', OldAbortController)
    const watcher = watchJob({}, { response: COMPLETED })
    await tick(100)
    watcher.rerender({ jobId: 'handle-2' })
    await tick(1_000)
    expect(watcher.proxy.calls.map(({ isAborted }) => isAborted)).toEqual([true, false])
    expect(watcher.result.phase).toBe('completed')
  })

  it('passes the URL as given, and calls `headers` at each request', async () => {
    let token = 0
    const proxyUrl = new URL('https://host.example/itr')
    const { proxy, client } = watchJob({ proxyUrl, headers: async () => ({ 'X-CSRF': String(++token) }) })
    await tick(11_000)
    const [first, second] = proxy.calls
    expect(first!.url).toBe(proxyUrl)
    expect(first!.init).toMatchObject({ method: 'POST', body: '{"job_id":"handle-1"}' })
    const tokens = [first, second].map((call) => new Headers(call!.init.headers).get('X-CSRF'))
    expect(tokens).toEqual(['1', '2'])
    expect(client.getQueryData(['itr-progress', String(proxyUrl), JOB])).toMatchObject({ jobId: JOB })
  })

  it('uses the global fetch of the moment by default, with same-origin credentials', async () => {
    const first = createProxy()
    const second = createProxy()
    vi.stubGlobal('fetch', first.fetch)
    watchJob({ fetch: undefined })
    await tick(1_000)
    vi.stubGlobal('fetch', second.fetch)
    await tick(10_000)
    expect(first.calls.map(({ init }) => init.credentials)).toEqual(['same-origin'])
    expect(second.calls).toHaveLength(1)
  })

  it('sends no request after an abort in the same task', async () => {
    const proxy = createProxy()
    const client = createClient()
    for (const microtasks of [0, 1, 2, 3]) {
      const prefetched = client.prefetchQuery(
        itrJobStatusOptions({ jobId: `handle-${microtasks}`, proxyUrl: PROXY_URL, fetch: proxy.fetch }),
      )
      for (let i = 0; i < microtasks; i++) await Promise.resolve()
      void client.cancelQueries()
      await prefetched
    }
    await tick(60_000)
    expect(proxy.calls.every(({ isAborted }) => isAborted)).toBe(true)
    expect(proxy.calls.length).toBeLessThan(4)
  })

  it('sends no request if the hook is disabled while it waits after an aborted one', async () => {
    const { proxy, client, unmount } = watchJob()
    await tick(100)
    unmount()
    const { rerender } = watchJob({}, { proxy, client })
    await tick(100)
    rerender({ enabled: false })
    await tick(20_000)
    expect(proxy.calls).toHaveLength(1)
    expect(client.getQueryState(queryKey)).toMatchObject({
      fetchStatus: 'idle',
      status: 'pending',
      error: null,
    })
    rerender({ enabled: true })
    await tick(10)
    expect(proxy.calls).toHaveLength(2)
  })

  it("sends a host's own request beside a disabled hook, also after an aborted one", async () => {
    const { proxy, client, unmount } = watchJob()
    await tick(100)
    unmount()
    watchJob({ enabled: false }, { proxy, client })
    const options = itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch })
    const fetched = client.fetchQuery(options)
    await tick(10_000)
    expect(await fetched).toMatchObject({ jobId: JOB, status: 'processing' })
    expect(proxy.calls).toHaveLength(2)
  })

  it('counts no failure for a request that an unmount aborted', async () => {
    const { proxy, client, unmount } = watchJob()
    await tick(100)
    unmount()
    await tick(0)
    const watcher = watchJob({}, { proxy, client })
    await tick(100)
    watcher.rerender({})
    expect(watcher.result).toMatchObject({ phase: 'connecting', error: null, connection: 'ok' })
    await tick(10_000)
    expect(watcher.result.phase).toBe('processing')
  })
})
