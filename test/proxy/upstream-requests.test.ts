import { describe, expect, it, vi } from 'vitest'
import { createItrStatusProxy as createEdgeProxy } from '../../src/proxy/index.edge-light.ts'
import { createItrStatusProxy } from '../../src/proxy/index.ts'
import { upstreamOverGet } from '../../src/proxy/node/index.ts'
import {
  createBareRequest,
  createProxy,
  createProxyTo,
  createRequest,
  deferred,
  flatJob,
  INVALID,
  JOB_ID,
  KEY,
  OK,
  poll,
  requestFor,
  SECRET,
  throwError,
  TIMEOUT,
  UNAVAILABLE,
  useFakeClock,
} from './createProxy.ts'
import { startUpstream } from './startUpstream.ts'

const STATUS_URL = 'https://api.finpass.ai/api/v1/itr-analyzer/status'

describe('upstream request', () => {
  it.each([
    ['POST', undefined],
    ['GET', upstreamOverGet],
  ])('is the published %s, with nothing of the caller', async (method, upstream) => {
    const { received, baseUrl } = await startUpstream((_, response) =>
      response.end(JSON.stringify(flatJob())),
    )
    const headers = {
      Cookie: 'session=canary',
      Authorization: 'Bearer canary',
      'X-API-KEY': 'canary',
      'X-Forwarded-For': 'canary',
      'User-Agent': 'canary',
      Accept: 'canary/json',
      'X-Target-Url': 'https://canary.example',
    }
    const proxy = createProxyTo(baseUrl, { upstream })
    const request = createBareRequest({
      headers: createRequest({ headers }).headers,
      url: 'https://app.example.com/canary?baseUrl=https://canary.example',
    })
    expect((await proxy(request)).status).toBe(200)
    expect(received).toMatchObject([
      {
        method,
        url: '/api/v1/itr-analyzer/status',
        headers: { 'content-type': 'application/json', 'x-api-key': KEY, 'x-api-secret': SECRET },
      },
    ])
    expect(JSON.parse(received[0]!.body)).toEqual({ job_id: JOB_ID })
    expect(JSON.stringify(received)).not.toContain('canary')
  })

  it.each([
    ['other runtimes', createItrStatusProxy, undefined],
    ['the edge runtime', createEdgeProxy, 'no-store'],
  ])('uses the current global fetch in %s, without following redirects', async (_, create, cache) => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json(flatJob()))
    const proxy = create({ apiKey: KEY, apiSecret: SECRET, resolveJob: () => JOB_ID })
    vi.stubGlobal('fetch', fetch)
    expect(await poll(proxy)).toEqual(OK)
    vi.unstubAllGlobals()
    const body = JSON.stringify({ job_id: JOB_ID })
    expect(fetch.mock.calls).toMatchObject([[STATUS_URL, { method: 'POST', body, redirect: 'manual' }]])
    // Some workers throw for any `cache`.
    expect(fetch.mock.calls[0]![1].cache).toBe(cache)
  })
})

describe('custom upstream', () => {
  it('gets the job id, the URL, a signal and the three headers, new ones for each call', async () => {
    const received: object[] = []
    const { proxy, calls } = createProxy({
      minUpstreamInterval: 0,
      upstream: (_, { headers }) => {
        received.push({ ...headers })
        headers['X-API-KEY'] = 'changed'
        return Response.json(flatJob())
      },
    })
    await proxy(createRequest())
    await proxy(createRequest())
    const headers = { 'Content-Type': 'application/json', 'X-API-KEY': KEY, 'X-API-SECRET': SECRET }
    expect(received).toEqual([headers, headers])
    expect(calls).toMatchObject([{ jobId: JOB_ID, url: STATUS_URL }, { signal: { aborted: false } }])
  })

  function usedResponse() {
    const response = Response.json(flatJob())
    response.body!.getReader()
    return response
  }

  it.each<[string, unknown[], () => unknown]>([
    ['rejects', UNAVAILABLE, () => Promise.reject(new Error('canary'))],
    ['returns nothing', UNAVAILABLE, () => undefined],
    ['returns no Response', INVALID, () => ({ ok: true, data: flatJob() })],
    ['returns a Response that was read before', UNAVAILABLE, usedResponse],
    ['throws', UNAVAILABLE, throwError],
  ])('fails as documented if it %s: %j', async (_, result, upstream) => {
    const proxy = createProxyTo('https://api.example', { upstream: upstream as () => Promise<Response> })
    expect(await poll(proxy)).toEqual(result)
  })
})

describe('keys', () => {
  it('may be functions, called at each upstream call and only then', async () => {
    const apiKey = vi.fn(() => 'rotated-1')
    const apiSecret = vi.fn(async () => 'vault-1')
    const { proxy, calls } = createProxy({ apiKey, apiSecret, minUpstreamInterval: 0 })
    await proxy(createRequest({ method: 'PUT' }))
    await proxy(requestFor('denied'))
    expect(apiKey).not.toHaveBeenCalled()
    await proxy(createRequest())
    apiKey.mockReturnValue('rotated-2')
    await proxy(createRequest())
    expect(apiSecret).toHaveBeenCalledTimes(2)
    expect(calls.map(({ headers }) => [headers['X-API-KEY'], headers['X-API-SECRET']])).toEqual([
      ['rotated-1', 'vault-1'],
      ['rotated-2', 'vault-1'],
    ])
  })

  it.each([
    [' key\n', 'key'],
    [' a key~ ', 'a key~'],
    ['!', '!'],
  ])('are sent without blanks around them: %j', async (key, sent) => {
    const { proxy, calls } = createProxy({ apiKey: key, apiSecret: () => key })
    expect(await poll(proxy)).toEqual(OK)
    expect(calls[0]?.headers).toMatchObject({ 'X-API-KEY': sent, 'X-API-SECRET': sent })
  })

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new Error('canary'))],
    ...[undefined, null, 7, '', ' \n', 'a\nb', 'a\tb', 'a\u007f', 'ключ'].map(
      (value): [string, () => unknown] => [`returns ${JSON.stringify(value)}`, () => value],
    ),
  ])('are not sent if a function %s, and the next request tries again', async (_, broken) => {
    const apiSecret = vi.fn(broken as () => string)
    const { proxy, calls, events } = createProxy({ apiSecret })
    expect(await poll(proxy)).toEqual(UNAVAILABLE)
    expect(calls).toEqual([])
    expect(events).toMatchObject([{ upstream: null }])

    apiSecret.mockReturnValue(SECRET)
    expect(await poll(proxy)).toEqual(OK)
    expect(calls).toHaveLength(1)
  })
})

describe('upstreamTimeout', () => {
  useFakeClock(['setTimeout', 'clearTimeout', 'Date'])

  /** Result of a request after `ms`. */
  async function resultAfter(ms: number, proxy: ReturnType<typeof createProxy>['proxy']) {
    let result: unknown = 'pending'
    void poll(proxy).then((value) => (result = value))
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(ms)
    return result
  }

  it.each([
    [9999, 'pending'],
    [10_000, TIMEOUT],
  ])('is 10 s by default: after %i ms the result is %j', async (ms, result) => {
    const { proxy } = createProxy({ upstream: () => new Promise(() => {}) })
    expect(await resultAfter(ms, proxy)).toEqual(result)
  })

  it('covers an upstream that ignores its signal, and cancels its late response', async () => {
    const late = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => late.promise, upstreamTimeout: 100 })
    expect(await resultAfter(99, proxy)).toBe('pending')
    expect(calls[0]?.signal.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls[0]?.signal.aborted).toBe(true)

    const cancel = vi.fn()
    late.resolve(new Response(new ReadableStream({ cancel })))
    await vi.advanceTimersByTimeAsync(0)
    expect(cancel).toHaveBeenCalled()
  })

  it('covers the body, and cancels it', async () => {
    const cancel = vi.fn()
    const upstream = () => new Response(new ReadableStream({ cancel }))
    expect(await resultAfter(100, createProxy({ upstream, upstreamTimeout: 100 }).proxy)).toEqual(TIMEOUT)
    expect(cancel).toHaveBeenCalled()
  })

  it('covers the keys: a key that comes later is not sent', async () => {
    const key = deferred<string>()
    const { proxy, calls } = createProxy({ apiSecret: () => key.promise, upstreamTimeout: 100 })
    expect(await resultAfter(100, proxy)).toEqual(TIMEOUT)
    key.resolve(SECRET)
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls).toEqual([])
  })

  it('leaves no timer behind after a response, and does not abort the call', async () => {
    const { proxy, calls } = createProxy()
    expect(await poll(proxy)).toEqual(OK)
    expect(vi.getTimerCount()).toBe(0)
    expect(calls[0]?.signal.aborted).toBe(false)
  })
})
