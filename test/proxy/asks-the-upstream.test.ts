import { afterEach, describe, expect, it, vi } from 'vitest'
import { createItrStatusProxy } from '../../src/proxy/index.ts'
import { ask, createProxy, createProxyBefore, errorCodeOf, flat, JOB_ID, KEY, SECRET } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

afterEach(() => void vi.unstubAllGlobals())

describe('one POST, as the vendor publishes it', () => {
  it('has a constant URL, three headers of ours and none of the caller', async () => {
    const { received, baseUrl } = await startUpstream((_, response) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(flat())),
    )
    const proxy = createProxyBefore(baseUrl)
    const headers = {
      Cookie: 'session=canary',
      Authorization: 'Bearer canary',
      'X-API-KEY': 'canary',
      'X-Forwarded-For': 'canary',
      'User-Agent': 'canary',
      Accept: 'canary/json',
    }
    expect((await proxy(ask({ headers, referrer: 'about:client' }))).status).toBe(200)

    expect(received).toHaveLength(1)
    const [call] = received
    expect(call).toMatchObject({
      method: 'POST',
      url: '/api/v1/itr-analyzer/status',
      headers: { 'content-type': 'application/json', 'x-api-key': KEY, 'x-api-secret': SECRET },
    })
    expect(JSON.parse(call!.body)).toEqual({ job_id: JOB_ID })
    expect(JSON.stringify(call)).not.toContain('canary')
  })

  it('no path, query or header of the caller changes where it goes', async () => {
    const { proxy, calls } = createProxy()
    const { method, headers, body, signal } = ask({
      headers: { Host: 'evil.example', 'X-Target-Url': 'https://evil.example' },
    })
    await proxy({
      method,
      headers,
      body,
      signal,
      url: 'https://app.example.com/x?baseUrl=https://evil.example',
    } as Request)
    expect(calls.map(({ url }) => url)).toEqual(['https://api.finpass.ai/api/v1/itr-analyzer/status'])
  })

  it('the global fetch is looked up at each call', async () => {
    const proxy = createItrStatusProxy({ apiKey: KEY, apiSecret: SECRET, resolveJob: () => JOB_ID })
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json(flat()))
    vi.stubGlobal('fetch', fetch)
    expect((await proxy(ask())).status).toBe(200)
    expect(fetch.mock.calls[0]?.[0]).toBe('https://api.finpass.ai/api/v1/itr-analyzer/status')
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' })
  })
})

describe('a host may bring its own way to ask', () => {
  it('which is given the job, the url, the three headers and a signal that is not aborted', async () => {
    const { proxy, calls } = createProxy()
    await proxy(ask())
    expect(calls).toEqual([
      {
        jobId: JOB_ID,
        url: 'https://api.finpass.ai/api/v1/itr-analyzer/status',
        headers: { 'Content-Type': 'application/json', 'X-API-KEY': KEY, 'X-API-SECRET': SECRET },
        signal: expect.any(AbortSignal),
      },
    ])
    expect(calls[0]?.signal.aborted).toBe(false)
  })

  it('and which may go by the signal: it aborts once the answer is known to be a failure', async () => {
    const { proxy, calls } = createProxy({ upstream: () => new Response(null, { status: 503 }) })
    await proxy(ask())
    expect(calls[0]?.signal.aborted).toBe(true)
  })

  it('and cannot spoil the next call by what it does to the headers', async () => {
    const { proxy, calls } = createProxy({
      minUpstreamInterval: 0,
      upstream: (_, { headers }) => {
        delete headers['X-API-KEY']
        return Response.json(flat())
      },
    })
    await proxy(ask())
    const kept = { ...calls[0]?.headers }
    await proxy(ask())
    expect(kept).not.toHaveProperty('X-API-KEY')
    expect(calls[1]?.headers).not.toBe(calls[0]?.headers)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('canary')), 'upstream_unavailable'],
    ['gives nothing', () => undefined, 'upstream_unavailable'],
    ['gives no Response', () => ({ ok: true, data: flat() }), 'upstream_invalid'],
    ['gives a Response that was read already', readAlready, 'upstream_unavailable'],
  ])('one that %s is a 502', async (_, upstream, code) => {
    const { proxy } = createProxy({ upstream: upstream as () => Response })
    const response = await proxy(ask())
    expect(response.status).toBe(502)
    expect(await errorCodeOf(response)).toBe(code)
  })

  it('one that throws before it returns a promise is a 502', async () => {
    const proxy = createItrStatusProxy({
      apiKey: KEY,
      apiSecret: SECRET,
      resolveJob: () => JOB_ID,
      upstream: () => {
        throw new Error('canary')
      },
    })
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  })
})

function readAlready() {
  const response = Response.json(flat())
  response.body!.getReader()
  return response
}

describe('keys', () => {
  it('may be functions, called at each upstream call and only then', async () => {
    const apiKey = vi.fn(() => 'rotated-1')
    const apiSecret = vi.fn(async () => 'vault-1')
    const { proxy, calls } = createProxy({ apiKey, apiSecret, minUpstreamInterval: 0 })
    expect(apiKey).not.toHaveBeenCalled()
    await proxy(ask({ method: 'PUT' }))
    await proxy(ask({ body: { job_id: 'denied' } }))
    expect(apiKey).not.toHaveBeenCalled()
    await proxy(ask())
    apiKey.mockReturnValue('rotated-2')
    await proxy(ask())
    expect(apiKey).toHaveBeenCalledTimes(2)
    expect(apiSecret).toHaveBeenCalledTimes(2)
    expect(calls.map(({ headers }) => [headers['X-API-KEY'], headers['X-API-SECRET']])).toEqual([
      ['rotated-1', 'vault-1'],
      ['rotated-2', 'vault-1'],
    ])
  })

  it('are sent without the space that a file leaves around them', async () => {
    const { proxy, calls } = createProxy({ apiKey: ' key\n', apiSecret: () => 'secret\r\n' })
    expect((await proxy(ask())).status).toBe(200)
    expect(calls[0]?.headers).toMatchObject({ 'X-API-KEY': 'key', 'X-API-SECRET': 'secret' })
  })

  it.each([
    ['throws', () => Promise.reject(new Error('canary'))],
    ['gives nothing', () => undefined],
    ['gives a blank', () => ' \n'],
    ['gives what no header may carry', () => 'a\nb'],
    ['gives a number', () => 7],
  ])('a function that %s means that nobody is asked, and the next caller tries again', async (_, broken) => {
    const secret = vi.fn(broken as () => string)
    const { proxy, calls, events } = createProxy({ apiSecret: secret })
    const response = await proxy(ask())
    expect(response.status).toBe(502)
    expect(await errorCodeOf(response)).toBe('upstream_unavailable')
    expect(calls).toEqual([])
    expect(events.map((event) => event.upstream)).toEqual([null])

    secret.mockReturnValue(SECRET)
    expect((await proxy(ask())).status).toBe(200)
    expect(calls).toHaveLength(1)
  })
})
