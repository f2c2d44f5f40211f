import type { Socket } from 'node:net'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ItrProxyEvent, ItrStatusProxyOptions } from '../../src/proxy/index.ts'
import {
  createProxyTo,
  createRequest,
  failOnLogsAndRejections,
  flatJob,
  HANDLE,
  INVALID,
  JOB_ID,
  KEY,
  OK,
  readResponse,
  REFUSED,
  SECRET,
  TIMEOUT,
  UNAVAILABLE,
} from './createProxy.ts'
import { closesAfter, drips, hangsAfter, resetsAfter } from '../rawServer/responses.ts'
import { startRawServer, type RawRequest } from '../rawServer/startRawServer.ts'

failOnLogsAndRejections()

/** The upstream sends these wherever it can. None of them may leave the proxy. */
const PAN = 'QWERT1234Y'
const REPORT_URL = 'https://canary-reports.example/r.pdf'
const canaries = [KEY, SECRET, SECRET.toUpperCase(), JOB_ID, PAN, PAN.toLowerCase(), 'canary']
const everything = [KEY, SECRET, JOB_ID, PAN, REPORT_URL].join(' ')

const planted = flatJob({
  doc_id: everything,
  current_step: PAN,
  steps_completed: [JOB_ID, KEY, `auth_${KEY}`, `x.${SECRET.toUpperCase()}`, `step_${PAN}`, 'create_client'],
  steps_failed: [everything, JOB_ID, PAN],
  error_message: everything,
  failure_code: 'canary',
  reference: 'canary',
  message: everything,
  pan: PAN,
  created_at: 'canary',
  updated_at: JOB_ID,
  completed_at: PAN,
  pdf_report_url: REPORT_URL,
  [everything]: everything,
})
const json = (fields: Record<string, unknown> = {}) => JSON.stringify({ ...planted, ...fields })
const jsonWith = (tail: string) => `${json().slice(0, -1)},${tail}}`

type Respond = (request: RawRequest) => void

const head = (fields = '', statusLine = '200 canary') =>
  `HTTP/1.1 ${statusLine}\r\nX-Canary: ${everything}\r\nSet-Cookie: canary=${KEY}\r\n${fields}\r\n`
const HINTS = 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'
const CHUNKED = 'Transfer-Encoding: chunked\r\n'

/** Sends the second text as fast as it is read, without end. */
const pours =
  (first: string | Buffer, chunk: string | Buffer): Respond =>
  ({ socket }) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.write(first)
    socket.on('drain', pour)
    pour()
  }

/** A complete response. */
const responds = (body: string | Buffer, fields = '', statusLine?: string): Respond =>
  closesAfter(
    head(`Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n${fields}`, statusLine),
    body,
  )

/** Expects that nothing that a proxy with these options sends, reports or caches contains a canary. */
async function observe({ baseUrl = 'https://api.example', ...options }: Partial<ItrStatusProxyOptions>) {
  const events: ItrProxyEvent[] = []
  const cached: unknown[] = []
  const proxy = createProxyTo(baseUrl, {
    apiSecret: async () => SECRET,
    onEvent: (event) => events.push(event),
    cache: { get: () => undefined, set: (...args) => void cached.push(args) },
    ...options,
  })
  const response = await proxy(createRequest())
  const text = await response.text()
  const job = await proxy
    .getJob(HANDLE, createRequest())
    .catch((error: Error) => [{ ...error }, error.message, error.stack, error.cause])
  const out = JSON.stringify([response.statusText, [...response.headers], text, events, cached, job])
  for (const canary of canaries) expect(out).not.toContain(canary)
  expect(JSON.stringify([events, cached])).not.toContain(HANDLE)
  expect(events.map(({ type, status }) => [type, status])).toEqual([
    ['itr-status', response.status],
    ['itr-job', response.status],
  ])
  const body = JSON.parse(text) as Record<string, unknown>
  if (response.status !== 200) expect(Object.keys(body)).toEqual(['error_code', 'message'])
  return { result: [response.status, body.error_code], events, body }
}

/** The proxy's result for a raw upstream, once everything else that must hold was checked. */
async function resultFor(respond: Respond, upstreamTimeout = 5000) {
  let calls = 0
  const server = await startRawServer((request) => {
    calls++
    respond(request)
  })
  onTestFinished(server.stop)
  const startedAt = Date.now()
  const { result, events } = await observe({ baseUrl: server.origin, upstreamTimeout })
  expect(Date.now() - startedAt).toBeLessThan(upstreamTimeout + 1000)
  // The proxy closes the connection, even if the upstream does not. It keeps one that is ready for the next request.
  if (result[0] !== 200) await expect.poll(server.openConnections, { interval: 5 }).toBe(0)
  // `getJob` shares the outcome.
  expect(calls).toBe(1)
  expect(events[0]?.upstream).toBe('called')
  return result
}

/** RFC 1952 §2.3.1, a block of one space, and an empty block (RFC 1951 §3.2.4). */
const GZIP_START = Buffer.from('1f8b0800000000000003', 'hex')
const GZIP_SPACE = Buffer.from('000100feff20', 'hex')
const GZIP_EMPTY = Buffer.from('000000ffff', 'hex')

type Row = [title: string, result: unknown[], respond: Respond]

const waits: [string, Respond][] = [
  ['no response', () => {}],
  ['half a status line', hangsAfter('HTTP/1.1 20')],
  ['half the headers', hangsAfter(`HTTP/1.1 200 OK\r\nX-Canary: ${everything}`)],
  ['no body', hangsAfter(head('Content-Length: 100\r\n'))],
  ['half a body', hangsAfter(head('Content-Length: 9999\r\n'), json())],
  ['half a chunk', hangsAfter(head(CHUNKED), '5\r\n{"job')],
  ['a body of unknown length that does not end', hangsAfter(head(), json())],
  [
    'half the body of a refusal',
    hangsAfter(head('Content-Length: 99\r\n', '404 Not Found'), '{"success":false'),
  ],
  ['slow headers', drips('HTTP/1.1 200 OK\r\n', ['X: y\r\n'], 10, true)],
  ['a slow header', drips('HTTP/1.1 200 OK\r\nX-Canary: ', ['x'], 10, true)],
  ['a slow body', drips(head('Content-Length: 9999\r\n'), [], 10, true)],
  ['slow chunks', drips(head(CHUNKED), ['1\r\n \r\n'], 10, true)],
  ['a slow compressed body', drips(head('Content-Encoding: gzip\r\n'), [GZIP_START, GZIP_SPACE], 10, true)],
  ['early hints without end', drips('', [HINTS], 10, true)],
  ['1xx responses without end', drips('', ['HTTP/1.1 102 Processing\r\n\r\n'], 10, true)],
]

const breakpoints: [string, string][] = [
  ['at the start', ''],
  ['in the status line', 'HTTP/1.1 20'],
  ['in the headers', `HTTP/1.1 200 OK\r\nX-Canary: ${everything}`],
  ['in the body', head('Content-Length: 9999\r\n') + json()],
  ['one byte before the end', head(`Content-Length: ${json().length + 1}\r\n`) + json()],
  ['in a chunk', `${head(CHUNKED)}5\r\n{"job`],
  ['before the last chunk', `${head(CHUNKED)}${json().length.toString(16)}\r\n${json()}\r\n`],
  ['in the body of a 404', head('Content-Length: 99\r\n', '404 Not Found') + '{"success":false'],
]

const notHttp: [string, string][] = [
  ['another protocol', 'SSH-2.0-canary\r\n'],
  ['a TLS alert', '\x15\x03\x01\x00\x02\x02\x46'],
  ['a page without a status line', `<html>${everything}</html>\r\n\r\n`],
  ['a status of letters', head('', 'abc OK')],
  ['two lengths', head('Content-Length: 5\r\nContent-Length: 6\r\n') + json()],
  ['a negative length', head('Content-Length: -1\r\n') + json()],
  ['a length and chunks', head(`Content-Length: 5\r\n${CHUNKED}`) + json()],
  ['a chunk without a size', `${head(CHUNKED)}zz\r\n${json()}\r\n0\r\n\r\n`],
]

/** Headers of a compressed body, of which no byte comes. */
const gzipHead = (statusLine: string, fields = '') =>
  head(`Content-Encoding: gzip\r\nContent-Length: 99\r\n${fields}`, statusLine)

const compressed: Row[] = [
  ['a compressed 429 that hangs', [429, 'rate_limited'], hangsAfter(gzipHead('429 Busy'))],
  ['a compressed 429 that closes', [429, 'rate_limited'], closesAfter(gzipHead('429 Busy'))],
  ['a compressed 503 that hangs', UNAVAILABLE, hangsAfter(gzipHead('503 Busy'))],
  ['a compressed 401 that closes', REFUSED, closesAfter(gzipHead('401 x'))],
  ['a compressed 403 that resets', REFUSED, resetsAfter(gzipHead('403 x'))],
  ['a compressed 302 that hangs', INVALID, hangsAfter(gzipHead('302 x', 'Location: /x\r\n'))],
  ['a compressed 200 that hangs', TIMEOUT, hangsAfter(gzipHead('200 x'))],
  ['a compressed 200 that closes', UNAVAILABLE, closesAfter(gzipHead('200 x'))],
  ['a compressed 404 that resets', UNAVAILABLE, resetsAfter(gzipHead('404 x'))],
]

const nested = (open: string, levels: number, close: string) => open.repeat(levels) + close.repeat(levels)

const oddJson: [string, string | Buffer, unknown[]][] = [
  ['100,000 nested lists', nested('[', 100_000, ']'), INVALID],
  ['40,000 nested objects', nested('{"a":', 40_000, '}').replace('}', '1}'), INVALID],
  ['nested lists in an unknown field', jsonWith(`"x":${nested('[', 100_000, ']')}`), OK],
  ['nested lists as steps', jsonWith(`"steps_completed":${nested('[', 100_000, ']')}`), OK],
  ['nested lists in the envelope', `{"success":true,"data":${nested('[', 100_000, ']')}}`, INVALID],
  ['20,000 nested envelopes', `${'{"data":'.repeat(20_000)}${json()}${'}'.repeat(20_000)}`, INVALID],
  ['60,000 steps', jsonWith(`"steps_failed":[${'"A",'.repeat(60_000)}"B"]`), OK],
  ['a job_id that is a huge number', '{"job_id":1e999,"status":"completed"}', INVALID],
  ['huge numbers as texts', jsonWith('"updated_at":1e999,"pan":-1e400,"current_step":1e308'), OK],
  ['a second job_id of another job', jsonWith('"job_id":"itr_other"'), INVALID],
  ['a second job_id that is right', `{"job_id":"itr_other",${json().slice(1)}`, OK],
  ['a job_id with a similar letter', json({ job_id: JOB_ID.replace('a', 'а') }), INVALID],
  ['a job_id with invalid UTF-8', Buffer.from(json({ job_id: `${JOB_ID}\xff` }), 'latin1'), INVALID],
  ['invalid UTF-8 elsewhere', Buffer.from(json({ message: '\xff\xfe\xc0' }), 'latin1'), OK],
  ['a second success, false', jsonWith('"success":true,"success":false'), REFUSED],
  ['a success of "false"', jsonWith('"success":"false"'), OK],
  ['the envelope', `{"success":true,"message":"${everything}","data":${json()}}`, OK],
  ['an unknown status', json({ status: everything }), OK],
  ['a terminal status', json({ status: 'failed' }), OK],
  ['fields in __proto__', `{"__proto__":${json()}}`, INVALID],
  ['__proto__ and constructor', jsonWith('"__proto__":{"status":"completed"},"constructor":7'), OK],
  ['a byte order mark', `\ufeff${json()}`, OK],
  ['UTF-16', Buffer.from(json(), 'utf16le'), INVALID],
  ['two objects', json() + json(), INVALID],
  ['JSON in a text', JSON.stringify(json()), INVALID],
]

const oddHttp: Row[] = [
  ['a 401', REFUSED, responds(everything, '', '401 canary')],
  ['a 429', [429, 'rate_limited'], responds(everything, 'Retry-After: canary\r\n', '429 canary')],
  ['a 204 with a body', INVALID, closesAfter(head('Connection: close\r\n', '204 No Content') + json())],
  [
    'early hints',
    OK,
    closesAfter(HINTS, head(`Content-Length: ${json().length}\r\nConnection: close\r\n`), json()),
  ],
  ['a gzip body', OK, responds(gzipSync(json()), 'Content-Encoding: gzip\r\n')],
  ['a length that is too small', INVALID, closesAfter(head('Content-Length: 20\r\n') + json())],
  ['a redirect without end', INVALID, hangsAfter(head('Location: /x\r\nContent-Length: 99\r\n', '307 x'))],
]

describe('proxy with a hostile upstream', () => {
  it.each<Row>([
    ...waits.map(([title, respond]): Row => [title, TIMEOUT, respond]),
    ...breakpoints.flatMap(([place, text]): Row[] => [
      [`a reset ${place}`, UNAVAILABLE, resetsAfter(text)],
      [`a close ${place}`, UNAVAILABLE, closesAfter(text)],
    ]),
    ...notHttp.map(([title, text]): Row => [title, UNAVAILABLE, closesAfter(text)]),
    ...oddHttp,
    ...compressed,
    ...oddJson.map(([title, body, result]): Row => [title, result, responds(body)]),
  ])('turns %s into %j', async (_, result, respond) => {
    expect(await resultFor(respond, result === TIMEOUT ? 500 : 5000)).toEqual(result)
  })

  it('gives no status for text that claims to be gzip', async () => {
    const respond = closesAfter(head('Content-Encoding: gzip\r\nConnection: close\r\n') + json())
    expect([UNAVAILABLE, TIMEOUT]).toContainEqual(await resultFor(respond, 1000))
  })

  it.each([
    ['hangs', hangsAfter],
    ['closes', closesAfter],
    ['resets', resetsAfter],
  ])('passes on the Retry-After of a compressed 429 whose body %s', async (_, send) => {
    const server = await startRawServer(send(gzipHead('429 Busy', 'Retry-After: 7\r\n')))
    onTestFinished(server.stop)
    const { status, headers } = await readResponse(await createProxyTo(server.origin)(createRequest()))
    expect([status, headers['retry-after']]).toEqual([429, '7'])
  })

  it.each([
    ['101', head('Connection: Upgrade\r\nUpgrade: canary\r\n', '101 Switching Protocols')],
    ['600', head('Connection: close\r\n', '600 canary')],
  ])('rejects getJob without a status for a %s, which is no final response', async (_, text) => {
    const server = await startRawServer(closesAfter(text))
    onTestFinished(server.stop)
    await expect(createProxyTo(server.origin).getJob(HANDLE, createRequest())).rejects.toMatchObject({
      code: 'invalid_response',
      kind: 'doubtful',
      status: null,
    })
  })

  it('sends no response of one request for the next one', async () => {
    const response = (status: string) => {
      const body = JSON.stringify(flatJob({ status }))
      return `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    }
    const server = await startRawServer(hangsAfter(response('initiated'), response('completed')))
    onTestFinished(server.stop)
    const proxy = createProxyTo(server.origin, { minUpstreamInterval: 0 })
    for (let request = 0; request < 5; request++)
      expect((await readResponse(await proxy(createRequest()))).body.status).not.toBe('completed')
  })
})

describe('connection of an upstream that sends too much', () => {
  const megabyte = Buffer.alloc(1_048_576, 0x20)
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')])
  const poursAfter = (coding: string, body: Buffer, chunk: Buffer) =>
    pours(Buffer.concat([Buffer.from(head(`Content-Encoding: ${coding}\r\n`)), body]), chunk)

  it.each<[string, unknown[], Respond]>([
    ['a body of 100 MB', INVALID, pours(head('Content-Length: 104857600\r\n') + json(), megabyte)],
    ['a body of unknown length', INVALID, pours(head() + json(), megabyte)],
    ['chunks', INVALID, pours(head(CHUNKED), chunk)],
    ['the body of a 503', UNAVAILABLE, pours(head('', '503 Busy'), megabyte)],
    ['the body of a 429', [429, 'rate_limited'], pours(head('', '429 Busy'), megabyte)],
    ['the body of a 401', REFUSED, pours(head('', '401 x'), megabyte)],
    ['the body of a 302', INVALID, pours(head('', '302 x'), megabyte)],
    ['headers', UNAVAILABLE, pours('HTTP/1.1 200 OK\r\n', `X-Canary: ${everything}\r\n`.repeat(1000))],
    ['a header', UNAVAILABLE, pours('HTTP/1.1 200 OK\r\nX-Canary: ', Buffer.alloc(1_048_576, 'x'))],
    [
      'a gzip body of empty blocks',
      INVALID,
      poursAfter('gzip', GZIP_START, Buffer.alloc(1_000_000, GZIP_EMPTY)),
    ],
    // The decoder ends with the body, and the proxy reads nothing after it.
    ['a deflate body and more', OK, poursAfter('deflate', deflateSync(json()), megabyte)],
    ['a br body and more', OK, poursAfter('br', brotliCompressSync(json()), megabyte)],
  ])('is closed after %s', async (_, result, respond) => {
    let socket: Socket | undefined
    const record: Respond = (request) => {
      socket = request.socket
      respond(request)
    }
    expect(await resultFor(record)).toEqual(result)
    await expect.poll(() => socket!.destroyed, { interval: 5 }).toBe(true)
    // No more than the buffers of two sockets hold.
    expect(socket!.bytesWritten).toBeLessThan(24_000_000)
  })

  const bomb = Buffer.alloc(100_000_000, 0x20)
  it.each<[string, () => Buffer]>([
    ['gzip', () => gzipSync(bomb, { level: 1 })],
    ['deflate', () => deflateSync(bomb, { level: 1 })],
    ['br', () => brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('is closed after 100 MB in a small %s body', async (encoding, compress) => {
    const body = compress()
    expect(body.length).toBeLessThan(600_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await resultFor(hangsAfter(head(`Content-Encoding: ${encoding}\r\n`), body))).toEqual(INVALID)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })
})

describe('secrets', () => {
  const upstream = async () => Response.json(planted)
  const fail = () => Promise.reject(new Error(everything, { cause: everything }))

  it.each<[string, Partial<ItrStatusProxyOptions>]>([
    ['upstream', { upstream: fail }],
    ['resolveJob', { resolveJob: fail }],
    ['apiKey', { apiKey: fail }],
    ['apiSecret', { apiSecret: fail }],
    ['a key with a newline', { apiKey: () => `${KEY}\n${SECRET}` }],
    ['cache', { cache: { get: fail, set: fail }, upstream }],
    ['an upstream that returns the headers', { upstream: async (_, { headers }) => Response.json(headers) }],
  ])('do not leave the proxy if the host function fails: %s', async (_, options) => {
    await observe(options)
  })

  it('do not leave the proxy in a status, which has the masked PAN and the public steps', async () => {
    const { body } = await observe({ upstream })
    expect(body).toMatchObject({ job_id: HANDLE, pan: 'QWERT****Y', steps_completed: ['create_client'] })
  })
})
