import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { upstreamOverGet } from '../../src/proxy/node/index.ts'
import processing from '../fixtures/flat-processing.json' with { type: 'json' }
import { ask, createProxyBefore, errorCodeOf, flat, JOB_ID, KEY, SECRET } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

type Listener = Parameters<typeof startUpstream>[0]

async function createProxy(listener: Listener, options = {}) {
  const { received, baseUrl } = await startUpstream(listener)
  const proxy = createProxyBefore(baseUrl, { upstream: upstreamOverGet, ...options })
  return { proxy, received, baseUrl }
}

/** An upstream that speaks bytes: what node:http would not send. */
async function createProxyBeforeBytes(bytes: string) {
  const server = createServer((socket) =>
    socket.on('error', () => undefined).once('data', () => socket.end(bytes)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  return createProxyBefore(`http://127.0.0.1:${port}`, { upstream: upstreamOverGet, upstreamTimeout: 2000 })
}

describe('a GET that carries a body', () => {
  it('has the published path, body and headers, and none of the caller', async () => {
    const { proxy, received } = await createProxy((_, response) => response.end(JSON.stringify(flat())))
    const headers = { Cookie: 'session=canary', Authorization: 'Bearer canary', 'X-API-KEY': 'canary' }
    expect((await proxy(ask({ headers }))).status).toBe(200)

    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/itr-analyzer/status',
      headers: { 'content-type': 'application/json', 'x-api-key': KEY, 'x-api-secret': SECRET },
    })
    expect(received[0]!.headers).not.toHaveProperty('transfer-encoding')
    expect(JSON.parse(received[0]!.body)).toEqual({ job_id: JOB_ID })
    expect(JSON.stringify(received)).not.toContain('canary')
  })

  it('counts its body in bytes', async () => {
    const id = 'itr_जॉब_☂'
    const { proxy, received } = await createProxy(
      (_, response) => response.end(JSON.stringify(flat({ job_id: id }))),
      { resolveJob: () => id },
    )
    expect((await proxy(ask())).status).toBe(200)
    expect(JSON.parse(received[0]!.body)).toEqual({ job_id: id })
  })

  it('brings the flat answer with the steps', async () => {
    const { proxy } = await createProxy((_, response) => response.end(JSON.stringify(processing)), {
      resolveJob: () => processing.job_id,
    })
    expect(await (await proxy(ask())).json()).toMatchObject({
      status: 'processing',
      current_step: processing.current_step,
      steps_completed: processing.steps_completed,
      created_at: expect.stringMatching(/Z$/),
    })
  })

  it('refuses codings that it could not undo', async () => {
    const { proxy, received } = await createProxy((_, response) => response.end(JSON.stringify(flat())))
    await proxy(ask())
    expect(received[0]!.headers['accept-encoding']).toBe('identity')
  })

  it('follows no redirect', async () => {
    const { proxy, received } = await createProxy((_, response) =>
      response.writeHead(307, { Location: '/elsewhere' }).end(),
    )
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
    expect(received).toHaveLength(1)
  })

  it('keeps Retry-After', async () => {
    const { proxy } = await createProxy((_, response) =>
      response.writeHead(429, { 'Retry-After': '7' }).end(),
    )
    const response = await proxy(ask())
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
  })

  it.each(['204', '205', '304', '099', '600', '999'])(
    'is not the contract where the status is %s',
    async (status) => {
      const proxy = await createProxyBeforeBytes(`HTTP/1.1 ${status} Odd\r\nConnection: close\r\n\r\n`)
      expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
    },
  )

  it('lets go of a connection that brought no body', async () => {
    let isClosed = false
    const { proxy } = await createProxy((request, response) => {
      request.socket.on('close', () => (isClosed = true))
      response.writeHead(204, { Connection: 'keep-alive' }).end()
    })
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
    await expect.poll(() => isClosed, { timeout: 4000 }).toBe(true)
  })

  it('is unavailable up to the last status of a server that fails', async () => {
    const proxy = await createProxyBeforeBytes('HTTP/1.1 599 Odd\r\nConnection: close\r\n\r\n')
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  })

  it('is not the contract where the upstream wants to speak something else', async () => {
    const proxy = await createProxyBeforeBytes(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
  })

  it('takes as little harm from bytes that are no HTTP, and from a port where nobody listens', async () => {
    const proxy = await createProxyBeforeBytes('SSH-2.0-OpenSSH_9.2\r\n')
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
    const nobody = createProxyBefore('http://127.0.0.1:1', { upstream: upstreamOverGet })
    expect(await errorCodeOf(await nobody(ask()))).toBe('upstream_unavailable')
  })

  it('speaks TLS where the URL is https, and hands no key to one who cannot', async () => {
    const heard: Buffer[] = []
    const server = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .once('data', (bytes) => {
          heard.push(bytes)
          socket.end()
        }),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const { port } = server.address() as AddressInfo
    const proxy = createProxyBefore(`https://127.0.0.1:${port}`, { upstream: upstreamOverGet })
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
    // A TLS record of the handshake (RFC 8446 §5.1).
    expect(heard[0]?.[0]).toBe(22)
    expect(Buffer.concat(heard).includes(KEY)).toBe(false)
  })

  it('is unavailable where the body breaks off', async () => {
    const proxy = await createProxyBeforeBytes('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"job_id":')
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  })

  it.each<[string, Listener]>([
    ['never answers', () => {}],
    ['hangs after its headers', (_, response) => response.writeHead(200).flushHeaders()],
  ])('is over in time where the upstream %s, and its connection is closed', async (_, listener) => {
    let isClosed = false
    const { proxy } = await createProxy(
      (request, response) => {
        response.on('close', () => (isClosed = true))
        return listener(request, response)
      },
      { upstreamTimeout: 400 },
    )
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_timeout')
    await expect.poll(() => isClosed, { timeout: 5000 }).toBe(true)
  })

  it('reads no more than 256 KB', async () => {
    let sent = 0
    const { proxy } = await createProxy((_, response) => {
      const chunk = ' '.repeat(65_536)
      const send = () => {
        while (!response.destroyed && sent < 100e6 && response.write(chunk)) sent += chunk.length
      }
      response.on('drain', send)
      send()
    })
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
    expect(sent).toBeLessThan(20e6)
  })
})
