import { itrJobStatusOptions } from '../../src/index.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient, createProxy, JOB, tick, URL, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

describe('a request', () => {
  it('that hangs ends after requestTimeout, even if fetch ignores its signal', async () => {
    const fetch = vi.fn(() => new Promise<Response>(() => {}))
    const watcher = watchJob({ fetch, requestTimeout: 4_000 })
    await tick(4_100)
    expect(watcher.result).toMatchObject({
      connection: 'reconnecting',
      error: { code: 'timeout', kind: 'transient' },
    })
    await tick(5_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('whose body hangs ends too', async () => {
    const proxy = createProxy(() => new Response(new ReadableStream()))
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(14_900)
    expect(watcher.result.error).toBeNull()
    await tick(200)
    expect(watcher.result.error).toMatchObject({ code: 'timeout' })
    await tick(5_000)
    expect(proxy.calls).toHaveLength(2)
  })

  it('is aborted by unmount, by another jobId and by requestTimeout', async () => {
    const signals: AbortSignal[] = []
    const fetch = vi.fn((_: unknown, init?: RequestInit) => {
      signals.push(init!.signal!)
      return new Promise<Response>(() => {})
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

  it('counts the host’s headers function within its time, and a throw of it as transient', async () => {
    const proxy = createProxy()
    const hangs = watchJob({
      fetch: proxy.fetch,
      headers: () => new Promise(() => {}),
      requestTimeout: 1_000,
    })
    const throws = watchJob({
      fetch: proxy.fetch,
      headers: () => {
        throw new Error('no session')
      },
    })
    await tick(1_100)
    expect(hangs.result.error).toMatchObject({ code: 'timeout', kind: 'transient' })
    expect(throws.result.error).toMatchObject({ code: 'network', kind: 'transient' })
    expect(proxy.calls).toHaveLength(0)
  })

  it('goes out as POST with the id in the body, our headers, and the host’s own beside them', async () => {
    const proxy = createProxy()
    let token = 0
    watchJob({
      fetch: proxy.fetch,
      headers: async () => ({ 'X-CSRF': String(++token), Accept: 'text/html', 'content-type': 'text/plain' }),
      credentials: 'include',
    })
    await tick(11_000)
    const [first, second] = proxy.calls
    expect(first!.url).toBe(URL)
    expect(first!.init).toMatchObject({
      method: 'POST',
      credentials: 'include',
      body: '{"job_id":"handle-1"}',
    })
    expect(Object.fromEntries(new Headers(first!.init.headers))).toEqual({
      'x-csrf': '1',
      accept: 'application/json',
      'content-type': 'application/json',
    })
    expect(new Headers(second!.init.headers).get('X-CSRF')).toBe('2')
  })

  it('is same-origin by default, gives the URL as it was given and looks the global fetch up each time', async () => {
    const first = createProxy()
    const second = createProxy()
    vi.stubGlobal('fetch', first.fetch)
    const proxyUrl = new globalThis.URL('https://host.example/itr')
    const watcher = watchJob({ proxyUrl })
    await tick(1_000)
    vi.stubGlobal('fetch', second.fetch)
    await tick(10_000)
    expect(first.calls).toHaveLength(1)
    expect(second.calls).toHaveLength(1)
    expect(first.calls[0]!.url).toBe(proxyUrl)
    expect(first.calls[0]!.init.credentials).toBe('same-origin')
    expect(watcher.client!.getQueryData(['itr-progress', 'https://host.example/itr', JOB])).toMatchObject({
      jobId: JOB,
    })
  })

  it('does not leave once its time is over, however long the host’s headers take', async () => {
    const proxy = createProxy()
    const headers = () => new Promise<HeadersInit>((resolve) => setTimeout(() => resolve({}), 2_000))
    watchJob({ fetch: proxy.fetch, headers, requestTimeout: 1_000 })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(0)
  })

  it('does not leave after an abort at the last moment', async () => {
    const proxy = createProxy()
    const client = createClient()
    for (const microtasks of [0, 1, 2, 3]) {
      const asked = client.prefetchQuery(
        itrJobStatusOptions({ jobId: `handle-${microtasks}`, proxyUrl: URL, fetch: proxy.fetch }),
      )
      for (let i = 0; i < microtasks; i++) await Promise.resolve()
      void client.cancelQueries()
      await asked
    }
    await tick(60_000)
    expect(proxy.calls.every(({ aborted }) => aborted)).toBe(true)
    expect(proxy.calls.length).toBeLessThan(4)
  })
})
