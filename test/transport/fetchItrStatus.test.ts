import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { fetchItrStatus, type ItrStatusRequest } from '../../src/transport/fetchItrStatus.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Asks a real server on loopback that answers with `listener`. */
async function ask(
  listener: RequestListener,
  more: Partial<ItrStatusRequest> = {},
  signal = new AbortController().signal,
) {
  server = createServer(listener)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const proxyUrl = `http://127.0.0.1:${port}/api/itr/status`
  return fetchItrStatus(
    { proxyUrl, jobId: 'handle-1', credentials: 'same-origin', requestTimeout: 60_000, ...more },
    signal,
  )
}

const json =
  (status: number, body: object): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

it('posts the id and reads the job', async () => {
  const seen: unknown[] = []
  const job = await ask((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      seen.push(request.method, request.url, request.headers['content-type'], request.headers.accept, body)
      json(200, { job_id: 'handle-1', status: 'processing' })(request, response)
    })
  })
  expect(job).toMatchObject({ jobId: 'handle-1', status: 'processing' })
  expect(seen).toEqual([
    'POST',
    '/api/itr/status',
    'application/json',
    'application/json',
    '{"job_id":"handle-1"}',
  ])
})

it('sends the host’s headers, given as they are or by a function at each request, and its own above them', async () => {
  const headers = { 'X-CSRF-Token': 'abc', Accept: 'text/html' }
  for (const given of [headers, () => headers, () => Promise.resolve(headers)]) {
    let seen: IncomingHttpHeaders | undefined
    await ask(
      (request, response) => {
        seen = request.headers
        json(200, { job_id: 'handle-1', status: 'processing' })(request, response)
      },
      { headers: given },
    )
    expect(seen).toMatchObject({ 'x-csrf-token': 'abc', accept: 'application/json' })
  }
})

describe.each<[string, RequestListener, object]>([
  [
    'a reset before the answer',
    (request) => request.socket.destroy(),
    { code: 'network', kind: 'transient', status: null },
  ],
  [
    'a reset inside the body',
    (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('{"job_id":')
      setTimeout(() => response.socket!.destroy(), 20)
    },
    { code: 'network', kind: 'transient' },
  ],
  [
    'a 404 whose body never ends',
    (_, response) => response.writeHead(404).write('…'),
    { code: 'http', kind: 'permanent', status: 404 },
  ],
  [
    'a captive portal',
    (_, response) => response.end('<html>Log in</html>'),
    { code: 'invalid_response', kind: 'doubtful' },
  ],
  ['null', (_, response) => response.end('null'), { code: 'invalid_response', kind: 'doubtful' }],
  ['success: false', json(200, { success: false }), { code: 'unsuccessful', kind: 'doubtful', status: null }],
  [
    '502 of our proxy',
    json(502, { error_code: 'upstream_invalid' }),
    { code: 'http', kind: 'doubtful', status: 502 },
  ],
  [
    '502 of another',
    json(502, { error_code: 'upstream_unavailable' }),
    { code: 'http', kind: 'transient', status: 502 },
  ],
  [
    '502 without JSON',
    (_, response) => response.writeHead(502).end('Bad gateway'),
    { code: 'http', kind: 'transient' },
  ],
  [
    '502 whose body breaks off',
    (_, response) => {
      response.writeHead(502, { 'Content-Length': '100' }).write('{"error_code":')
      setTimeout(() => response.socket!.destroy(), 20)
    },
    { code: 'http', kind: 'transient', status: 502 },
  ],
  [
    '503 with Retry-After',
    (_, response) => response.writeHead(503, { 'Retry-After': '7' }).end(),
    { kind: 'transient', retryAfter: 7_000 },
  ],
])('%s', (_, listener, error) => {
  it('is told by an ItrStatusError', async () => {
    const refused = await ask(listener).catch((reason: unknown) => reason)
    expect(refused).toBeInstanceOf(ItrStatusError)
    expect(refused).toMatchObject(error)
  })
})

it.each<[string, RequestListener]>([
  ['no answer', () => {}],
  [
    'a body that drips',
    (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    },
  ],
])('%s ends with the time of the request', async (_, listener) => {
  const late = new ItrStatusError('timeout', 'transient')
  await expect(ask(listener, { requestTimeout: 300 })).rejects.toEqual(late)
})

it('a server that nobody runs is a network failure', async () => {
  const proxyUrl = 'http://127.0.0.1:1/'
  await expect(
    fetchItrStatus(
      { proxyUrl, jobId: 'x', credentials: 'omit', requestTimeout: 60_000 },
      new AbortController().signal,
    ),
  ).rejects.toMatchObject({ code: 'network' })
})

it('an abort ends it with the signal’s own reason, and the request with it', async () => {
  const controller = new AbortController()
  const reason = new Error('unmounted')
  let close = () => {}
  const closed = new Promise<void>((resolve) => (close = resolve))
  const asked = ask(
    (request) => {
      request.socket.on('close', close)
      controller.abort(reason)
    },
    {},
    controller.signal,
  )
  await expect(asked).rejects.toBe(reason)
  await closed
})

it('the body of an error is not read, and let go', async () => {
  let signal: AbortSignal | undefined
  const fetch = (_: unknown, init?: RequestInit) => {
    signal = init!.signal!
    return Promise.resolve(new Response(new ReadableStream(), { status: 500 }))
  }
  await expect(ask(() => {}, { fetch })).rejects.toMatchObject({ status: 500 })
  expect(signal!.aborted).toBe(true)
})
