import { createServer, type AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { upstreamOverGet } from '../../src/proxy/node/index.ts'
import {
  createProxyTo,
  createRequest,
  flatJob,
  INVALID,
  JOB_ID,
  KEY,
  OK,
  poll,
  readResponse,
  TIMEOUT,
  UNAVAILABLE,
} from './createProxy.ts'
import { startRawServer, type RawRequest } from '../rawServer/startRawServer.ts'
import { startUpstream } from './startUpstream.ts'

type Listener = Parameters<typeof startUpstream>[0]
type Options = Parameters<typeof createProxyTo>[1]

async function startProxy(listener: Listener, options?: Options) {
  const { baseUrl, ...upstream } = await startUpstream(listener)
  return { ...upstream, proxy: createProxyTo(baseUrl, { upstream: upstreamOverGet, ...options }) }
}

// The request itself: upstream-requests.test.ts.
describe('upstreamOverGet', () => {
  it('sends Content-Length in bytes, and asks for a body without compression', async () => {
    const id = 'itr_जॉब_☂'
    const { proxy, received } = await startProxy(
      (_, response) => response.end(JSON.stringify(flatJob({ job_id: id }))),
      { resolveJob: () => id },
    )
    expect(await poll(proxy)).toEqual(OK)
    expect(JSON.parse(received[0]!.body)).toEqual({ job_id: id })
    expect(received[0]!.headers).not.toHaveProperty('transfer-encoding')
    expect(received[0]!.headers['accept-encoding']).toBe('identity')
  })

  it('opens a new connection for each request, and asks the server to close it', async () => {
    const sockets = new Set<unknown>()
    const { proxy, received } = await startProxy(
      ({ socket }, response) => {
        sockets.add(socket)
        response.end(JSON.stringify(flatJob()))
      },
      { minUpstreamInterval: 0 },
    )
    expect([await poll(proxy), await poll(proxy)]).toEqual([OK, OK])
    expect(received.map(({ headers }) => headers.connection)).toEqual(['close', 'close'])
    expect(sockets.size).toBe(2)
  })

  it('keeps Retry-After', async () => {
    const { proxy } = await startProxy((_, response) => response.writeHead(429, { 'Retry-After': '7' }).end())
    const { status, headers } = await readResponse(await proxy(createRequest()))
    expect([status, headers['retry-after']]).toEqual([429, '7'])
  })

  const respondsWith = (status: string, headers = 'Connection: close\r\n') =>
    `HTTP/1.1 ${status}\r\n${headers}\r\n`
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
  type Row = [result: unknown[], title: string, bytes: string]

  it.each<Row>([
    ...['204', '205', '304', '099', '600', '999'].map((code): Row => [
      INVALID,
      code,
      respondsWith(`${code} x`),
    ]),
    [INVALID, 'a redirect', respondsWith('307 x', 'Connection: close\r\nLocation: /elsewhere\r\n')],
    [INVALID, 'a change of protocol', respondsWith('101 Switching Protocols', upgrade)],
    [UNAVAILABLE, '599', respondsWith('599 x')],
    [UNAVAILABLE, 'another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    [UNAVAILABLE, 'a body that breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"job_id":'],
  ])('gives %j for %s', async (result, _, bytes) => {
    const respond = vi.fn(({ socket }: RawRequest) => void socket.end(bytes))
    const server = await startRawServer(respond)
    onTestFinished(server.stop)
    const proxy = createProxyTo(server.origin, { upstream: upstreamOverGet, upstreamTimeout: 2000 })
    expect(await poll(proxy)).toEqual(result)
    expect(respond).toHaveBeenCalledTimes(1)
  })

  it.each<[string, (body: string) => Buffer | string, unknown[]]>([
    ['gzip', gzipSync, OK],
    [' X-GZIP ', gzipSync, OK],
    ['deflate', deflateSync, OK],
    // Without a zlib header, and without a body.
    ['deflate', deflateRawSync, OK],
    ['deflate', () => '', UNAVAILABLE],
    ['gzip', () => '', UNAVAILABLE],
    ['br', () => '', UNAVAILABLE],
    ['br', brotliCompressSync, OK],
    ['identity', (body) => body, OK],
    ['gzip, gzip', (body) => gzipSync(gzipSync(body)), INVALID],
    ['odd', (body) => body, INVALID],
    ['constructor', (body) => body, INVALID],
  ])('handles a coding that it did not ask for (case %#): %s', async (coding, encode, result) => {
    const { proxy } = await startProxy((_, response) =>
      response.writeHead(200, { 'Content-Encoding': coding }).end(encode(JSON.stringify(flatJob()))),
    )
    expect(await poll(proxy)).toEqual(result)
  })

  it('gives upstream_unavailable for a refused connection', async () => {
    const proxy = createProxyTo('http://127.0.0.1:1', { upstream: upstreamOverGet })
    expect(await poll(proxy)).toEqual(UNAVAILABLE)
  })

  it('uses TLS for an https URL, and sends no key before the handshake', async () => {
    const received: Buffer[] = []
    const server = createServer((socket) => {
      socket.on('data', (bytes) => {
        received.push(bytes)
        socket.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await poll(createProxyTo(baseUrl, { upstream: upstreamOverGet }))).toEqual(UNAVAILABLE)
    // A TLS record of the handshake (RFC 8446 §5.1).
    expect(received[0]?.[0]).toBe(22)
    expect(received.join('')).not.toContain(KEY)
  })

  it.each<[string, unknown[], Listener]>([
    ['never comes', TIMEOUT, () => {}],
    ['hangs after its headers', TIMEOUT, (_, response) => response.writeHead(200).flushHeaders()],
    ['has no body', INVALID, (_, response) => response.writeHead(204, { Connection: 'keep-alive' }).end()],
    ['has a large body', INVALID, (_, response) => response.end(' '.repeat(10_000_000))],
  ])('closes the connection of a response that %s', async (_, result, listener) => {
    const { proxy, open } = await startProxy(listener, {
      upstreamTimeout: result === TIMEOUT ? 400 : 5000,
    })
    expect(await poll(proxy)).toEqual(result)
    await expect.poll(() => open.size, { timeout: 4000 }).toBe(0)
  })
})

describe('body of a compressed response, for a host that reads it', () => {
  const request = async (respond: (request: RawRequest) => void) => {
    const { origin, stop, openConnections } = await startRawServer(respond)
    onTestFinished(stop)
    const { signal } = new AbortController()
    return { openConnections, response: await upstreamOverGet(JOB_ID, { signal, url: origin, headers: {} }) }
  }
  const HEAD = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n'

  it('has chunks whose memory can be transferred while more arrives', async () => {
    const bytes = gzipSync('a'.repeat(100_000) + 'b'.repeat(100_000), { level: 0 })
    const { response } = await request(({ socket }) => {
      socket.write(HEAD)
      socket.write(bytes.subarray(0, 70_000))
      setTimeout(() => socket.end(bytes.subarray(70_000)), 20)
    })
    let text = ''
    for await (const chunk of response.body!)
      text += new TextDecoder().decode(structuredClone(chunk, { transfer: [chunk.buffer] }))
    expect(text).toBe('a'.repeat(100_000) + 'b'.repeat(100_000))
  })

  it('closes the connection when its reader cancels while nothing arrives', async () => {
    const { response, openConnections } = await request(({ socket }) => {
      socket.write(HEAD)
      socket.write(gzipSync('text').subarray(0, 10))
    })
    expect(openConnections()).toBe(1)
    await response.body!.cancel()
    await expect.poll(openConnections, { interval: 5 }).toBe(0)
  })
})
