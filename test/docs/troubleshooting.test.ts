import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import {
  createItrStatusProxy,
  type ItrProxyEvent,
  type ItrStatusCache,
  type ItrStatusProxyOptions,
} from 'itr-progress/proxy'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createPoll, readJson } from './requests.ts'
import { startOnLoopback } from '../startOnLoopback.ts'
import { startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>
let jobId: string
let events: ItrProxyEvent[]

beforeEach(async () => {
  upstream = await startSimulator()
  jobId = upstream.simulator.start()
  events = []
})
afterEach(() => upstream.stop())

const createProxy = (options: Partial<ItrStatusProxyOptions> = {}) =>
  createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    baseUrl: upstream.baseUrl,
    resolveJob: () => jobId,
    onEvent: (event) => events.push(event),
    ...options,
  })

/** Polls once and returns the error code, or the status without one. A header that is null is not sent. */
async function poll(
  proxy: (request: Request) => Response | Promise<Response>,
  headers: Record<string, string | null> = {},
  url = 'https://app.example.com/api/itr/status',
) {
  const request = createPoll('handle', 'session=any')
  const sent = new Headers(request.headers)
  for (const [name, value] of Object.entries(headers))
    if (value === null) sent.delete(name)
    else sent.set(name, value)
  const { status, body } = await readJson(
    proxy(new Request(url, { method: 'POST', headers: sent, body: await request.text() })),
  )
  return body.error_code ?? status
}

async function listen(listener: RequestListener) {
  const { origin, stop } = await startOnLoopback(listener)
  onTestFinished(async () => void (await stop()))
  return origin
}

describe('docs/troubleshooting.md, origins', () => {
  const page = 'https://www.example.com'
  const sameSite = { 'Sec-Fetch-Site': 'same-site', Origin: page }

  it('needs the public origin listed behind TLS termination, only for browsers without Sec-Fetch-Site', async () => {
    const inside = 'http://app.example.com/api/itr/status'
    const older = { 'Sec-Fetch-Site': null, Origin: 'https://app.example.com' }
    const listed = createProxy({ allowedOrigins: ['https://app.example.com'] })
    expect(await poll(createProxy(), older, inside)).toBe('forbidden_origin')
    expect(await poll(createProxy(), {}, inside)).toBe(200)
    expect(await poll(listed, older, inside)).toBe(200)
    expect(await poll(listed, { ...older, Origin: 'https://www.app.example.com' }, inside)).toBe(
      'forbidden_origin',
    )
  })

  it('curl needs the header Sec-Fetch-Site, or the origin of request.url as Origin', async () => {
    const origin = await listen(getRequestListener(createProxy()))
    const send = async (headers: Record<string, string>) => {
      const body = JSON.stringify({ job_id: 'handle' })
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }
      return (await fetch(origin, init)).status
    }
    expect(await send({})).toBe(403)
    expect(await send({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    expect(await send({ Origin: origin })).toBe(200)
    expect(await send({ Origin: 'https://app.example.com' })).toBe(403)
  })

  it('another origin needs both CORS and the list', async () => {
    const proxy = createProxy()
    const app = new Hono().use(cors({ origin: page })).all('*', ({ req }) => proxy(req.raw))
    expect(await poll((request) => app.fetch(request), sameSite)).toBe('forbidden_origin')

    const preflight = await createProxy({ allowedOrigins: [page] })(
      new Request('https://api.example.com/', { method: 'OPTIONS', headers: { Origin: page } }),
    )
    expect(preflight.status).toBe(405)
    expect([...preflight.headers.keys()].join()).not.toContain('access-control')
  })
})

describe('docs/troubleshooting.md, error codes', () => {
  it('a job that the ITR Analyzer does not know is a 404, and the event has the job', async () => {
    expect(await poll(createProxy({ resolveJob: () => 'itr_of_another_environment' }))).toBe('not_found')
    expect(events).toEqual([expect.objectContaining({ job: expect.any(String), upstream: 'called' })])
  })

  it('a kept-alive connection that the upstream closes is one transient upstream_unavailable', async () => {
    const used = new WeakSet<object>()
    const baseUrl = await listen(({ socket }, outgoing) => {
      if (used.has(socket)) return void socket.destroy()
      used.add(socket)
      outgoing.end(JSON.stringify({ job_id: jobId, status: 'processing' }))
    })
    const proxy = createProxy({ baseUrl, minUpstreamInterval: 0 })

    // A connection is reused only after a moment, so poll until it is.
    const pollUntil = (code: string | number) => vi.waitFor(async () => expect(await poll(proxy)).toBe(code))
    await pollUntil(200)
    await pollUntil('upstream_unavailable')
    await pollUntil(200)
    await vi.waitFor(() =>
      expect(proxy.getJob('handle', createPoll('handle', ''))).rejects.toMatchObject({ kind: 'transient' }),
    )
  })

  it('a build without keys fails with the name of the missing key, unless it is a function', () => {
    const { FINPASS_API_KEY } = {} as { FINPASS_API_KEY: string }
    expect(() => createProxy({ apiKey: FINPASS_API_KEY })).toThrow(/apiKey.* is missing/)
    expect(() => createProxy({ apiKey: () => FINPASS_API_KEY })).not.toThrow()
  })
})

describe('docs/troubleshooting.md, shared cache', () => {
  afterEach(() => void vi.useRealTimers())

  it.each<[string, { parses?: boolean; ahead?: number; status?: number }]>([
    ['its store parses the JSON', { parses: true }],
    ['its clock is ahead by more than the interval', { ahead: 5_100 }],
    ['the first instance got an error', { status: 503 }],
  ])('a second instance calls the upstream if %s', async (_, { parses, ahead = 0, status }) => {
    if (status) upstream.respond = () => new Response('', { status })
    const entries = new Map<string, string>()
    const set: ItrStatusCache['set'] = (key, value) => entries.set(key, value)
    const get = (key: string) => entries.get(key)
    const parse = (key: string) => JSON.parse(get(key) ?? 'null') as unknown
    await poll(createProxy({ cache: { get, set } }))
    await poll(createProxy({ cache: { get, set } }))
    expect(events[1]!.upstream).toBe(status ? 'called' : 'cached')

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead })
    await poll(createProxy({ cache: { get: parses ? parse : get, set } }))
    expect(events[2]!.upstream).toBe('called')
  })
})
