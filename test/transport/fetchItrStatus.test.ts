import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { fetchItrStatus, type ItrStatusRequest } from '../../src/transport/fetchItrStatus.ts'
import { startOnLoopback } from '../startOnLoopback.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

const send = (options: Partial<ItrStatusRequest>, signal = new AbortController().signal) =>
  fetchItrStatus(
    { proxyUrl: '/', jobId: 'handle-1', credentials: 'same-origin', requestTimeout: 60_000, ...options },
    signal,
  )

/** Sends a request to a real server on loopback that responds with `listener`. */
async function sendTo(
  listener: RequestListener,
  options: Partial<ItrStatusRequest> = {},
  signal?: AbortSignal,
) {
  const { origin, stop } = await startOnLoopback(listener)
  onTestFinished(async () => void (await stop()))
  return send({ proxyUrl: `${origin}/api/itr/status`, ...options }, signal)
}

const respond =
  (status: number, body: object | string = '', headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))

/** Breaks off within the response body. */
const breakOff =
  (status: number): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'Content-Length': '100' }).write('{"error_code":')
    setTimeout(() => response.socket!.destroy(), 20)
  }

const processing = { job_id: 'handle-1', status: 'processing' }

describe('fetchItrStatus: request', () => {
  it('posts the job id and returns the job', async () => {
    const seen: unknown[] = []
    const job = await sendTo((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        const { method, url, headers } = request
        seen.push(method, url, headers['content-type'], headers.accept, body)
        respond(200, processing)(request, response)
      })
    })
    expect(job).toMatchObject({ jobId: 'handle-1', status: 'processing' })
    const json = 'application/json'
    expect(seen).toEqual(['POST', '/api/itr/status', json, json, '{"job_id":"handle-1"}'])
  })

  const headers = { 'X-CSRF-Token': 'abc', Accept: 'text/html' }
  it.each([
    ['an object', headers],
    ['a function', () => headers],
    ['an async function', () => Promise.resolve(headers)],
  ])('adds the headers of the host, given as %s, but keeps its own', async (_, given) => {
    let seen: IncomingHttpHeaders | undefined
    await sendTo(
      (request, response) => {
        seen = request.headers
        respond(200, processing)(request, response)
      },
      { headers: given },
    )
    expect(seen).toMatchObject({ 'x-csrf-token': 'abc', accept: 'application/json' })
  })

  it('passes the credentials mode to fetch', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(Response.json(processing))
    await send({ fetch, credentials: 'include' })
    expect(fetch.mock.calls[0]![1]).toMatchObject({ credentials: 'include' })
  })
})

describe('fetchItrStatus: errors', () => {
  it.each<[string, RequestListener, object]>([
    [
      'a connection reset',
      (request) => request.socket.destroy(),
      { code: 'network', kind: 'transient', status: null },
    ],
    ['a body that breaks off', breakOff(200), { code: 'network', kind: 'transient', status: null }],
    ['a captive portal', respond(200, '<p>Log in</p>'), { code: 'invalid_response', kind: 'doubtful' }],
    ['a body of null', respond(200, 'null'), { code: 'invalid_response', kind: 'doubtful' }],
    ['`success: false`', respond(200, { success: false }), { code: 'unsuccessful', kind: 'doubtful' }],
    [
      'a 502 whose body breaks off',
      breakOff(502),
      { code: 'http', kind: 'transient', status: 502, retryAfter: null },
    ],
    [
      'a 404 whose body never ends',
      (_, response) => response.writeHead(404).write('…'),
      { code: 'http', kind: 'permanent', status: 404 },
    ],
    [
      'a 503 with Retry-After',
      respond(503, '', { 'Retry-After': '7' }),
      { code: 'http', kind: 'transient', retryAfter: 7_000 },
    ],
  ])('rejects on %s', async (_, listener, expected) => {
    const error: unknown = await sendTo(listener).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ItrStatusError)
    expect(error).toMatchObject(expected)
    expect(console.error).not.toHaveBeenCalled()
  })

  it.each([
    [408, '', 'transient'],
    [425, '', 'transient'],
    [429, '', 'transient'],
    [500, '', 'transient'],
    [599, '', 'transient'],
    [502, 'Bad gateway', 'transient'],
    [502, 'null', 'transient'],
    [502, '"upstream_refused"', 'transient'],
    [502, '{"error_code":"upstream_unavailable"}', 'transient'],
    [502, '{"error_code":"upstream_refused"}', 'doubtful'],
    [502, '{"error_code":"upstream_invalid"}', 'doubtful'],
    [503, '{"error_code":"upstream_invalid"}', 'transient'],
    [400, '', 'permanent'],
    [404, '{"error_code":"upstream_refused"}', 'permanent'],
    [499, '', 'permanent'],
    [304, '', 'doubtful'],
    [101, '', 'doubtful'],
    [0, '', 'doubtful'],
    [600, '', 'doubtful'],
  ])('classifies %i with the body %j as %s', async (status, body, kind) => {
    const response = { ok: false, status, headers: new Headers(), text: () => Promise.resolve(body) }
    const error = await send({ fetch: () => Promise.resolve(response as Response) }).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'http', kind, status })
  })

  it('aborts the request when the status decides, without reading the body', async () => {
    let signal: AbortSignal | undefined
    const fetch = (_: unknown, init?: RequestInit) => {
      signal = init!.signal!
      return Promise.resolve(new Response(new ReadableStream(), { status: 500 }))
    }
    await expect(send({ fetch })).rejects.toMatchObject({ status: 500 })
    expect(signal!.aborted).toBe(true)
  })
})

describe('fetchItrStatus: a fetch or headers option that throws', () => {
  const cause = new Error('no session')
  const fail = () => Promise.reject(cause)

  it('logs it once in development, and rejects with it as the cause', async () => {
    vi.resetModules()
    const { fetchItrStatus: fetchAnew } = await import('../../src/transport/fetchItrStatus.ts')
    const request = { proxyUrl: '/', jobId: 'x', credentials: 'omit', requestTimeout: 60_000 } as const
    for (const options of [{ headers: fail }, { fetch: fail }]) {
      const rejection = { code: 'network', kind: 'transient', cause }
      const response = fetchAnew({ ...request, ...options }, new AbortController().signal)
      await expect(response).rejects.toMatchObject(rejection)
    }
    expect(vi.mocked(console.error).mock.calls).toEqual([
      [expect.stringMatching(/^itr-progress: .* Check the options `fetch` and `headers`\.$/), cause],
    ])
  })

  /** Rejects with `reason`. The module is loaded anew, since it logs each message once. */
  async function sendAnew(reason: unknown, controller?: AbortController) {
    vi.resetModules()
    const { fetchItrStatus: fetchAnew } = await import('../../src/transport/fetchItrStatus.ts')
    const fetch = () => {
      controller?.abort('unmounted')
      return Promise.reject(reason as Error)
    }
    const request = { proxyUrl: '/', jobId: 'x', credentials: 'omit', requestTimeout: 60_000, fetch } as const
    const { signal } = controller ?? new AbortController()
    const error = await fetchAnew(request, signal).catch((rejection: unknown) => rejection)
    await Promise.resolve()
    return error
  }

  it.each([
    new ReferenceError('fetch is not defined'),
    new TypeError("Cannot read properties of null (reading 'fetch')"),
    new TypeError('Failed to parse URL from /api/itr/status'),
    new Error('Failed to fetch'),
    new Error('no AbortError of the network'),
    'no session',
  ])('logs a bug: %s', async (reason) => {
    expect(await sendAnew(reason)).toMatchObject({ code: 'network', cause: reason })
    expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.any(String), reason)
  })

  it.each([
    new TypeError('Failed to fetch'),
    new TypeError('fetch failed'),
    new TypeError('NetworkError when attempting to fetch resource.'),
    new TypeError('Load failed'),
    new TypeError('The Internet connection appears to be offline.'),
    new TypeError('Network request failed'),
    new TypeError('terminated'),
    new DOMException('The operation timed out.', 'TimeoutError'),
    new DOMException('The operation was aborted.', 'AbortError'),
  ])('does not log a network failure or an abort: %s', async (reason) => {
    expect(await sendAnew(reason)).toMatchObject({ code: 'network', cause: reason })
    expect(console.error).not.toHaveBeenCalled()
  })

  it('does not log what is thrown because the request was aborted', async () => {
    expect(await sendAnew(cause, new AbortController())).toBe('unmounted')
    expect(console.error).not.toHaveBeenCalled()
  })
})

describe('fetchItrStatus: time limit and abort', () => {
  it.each<[string, RequestListener]>([
    ['no response', () => {}],
    [
      'a body that never ends',
      (_, response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write(' '), 50)
        response.on('close', () => clearInterval(timer))
      },
    ],
  ])('rejects after requestTimeout on %s', async (_, listener) => {
    const expected = { code: 'timeout', kind: 'transient' }
    await expect(sendTo(listener, { requestTimeout: 300 })).rejects.toMatchObject(expected)
  })

  it('sends no request if the headers arrive too late', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const headers = () => new Promise<HeadersInit>((resolve) => setTimeout(resolve, 40, {}))
    await expect(send({ fetch, headers, requestTimeout: 10 })).rejects.toMatchObject({ code: 'timeout' })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('rejects with the reason of its signal, and closes the connection', async () => {
    const controller = new AbortController()
    const reason = new Error('unmounted')
    let onClose = () => {}
    const closed = new Promise<void>((resolve) => (onClose = resolve))
    const listener: RequestListener = (request) => {
      request.socket.on('close', onClose)
      controller.abort(reason)
    }
    await expect(sendTo(listener, {}, controller.signal)).rejects.toBe(reason)
    await closed
  })
})
