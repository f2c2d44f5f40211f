import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import {
  createItrJobHandles,
  createItrStatusProxy,
  type ItrProxyEvent,
  type ItrStatusCache,
  type ItrStatusProxyOptions,
} from 'itr-progress/proxy'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { question, said } from './asking.ts'
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

/** What comes of a question with other headers, or without: null takes one away. */
async function ask(
  proxy: (request: Request) => Response | Promise<Response>,
  headers: Record<string, string | null> = {},
  url = 'https://app.example.com/api/itr/status',
) {
  const request = question('handle', 'session=any')
  const given = new Headers(request.headers)
  for (const [name, value] of Object.entries(headers))
    if (value === null) given.delete(name)
    else given.set(name, value)
  const answer = await said(
    proxy(new Request(url, { method: 'POST', headers: given, body: await request.text() })),
  )
  return answer.body.error_code ?? answer.status
}

async function listen(app: Parameters<typeof createServer>[1]) {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = async (url: string, headers: Record<string, string> = {}) => {
  const body = JSON.stringify({ job_id: 'handle' })
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  })
  return ((await response.json()) as { error_code?: string }).error_code ?? response.status
}

describe('docs/troubleshooting.md is right that', () => {
  it('a body parser before the proxy leaves it nothing', async () => {
    const app = express()
    app.all('/good', getRequestListener(createProxy()))
    app.use(express.json())
    app.all('/bad', getRequestListener(createProxy()))
    const origin = await listen(app)
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    expect(await post(`${origin}/bad`, headers)).toBe('invalid_request')
    expect(await post(`${origin}/good`, headers)).toBe(200)
  })

  it('behind TLS an older browser needs the public origin listed, and a newer one does not', async () => {
    const inside = 'http://app.example.com/api/itr/status'
    const older = { 'Sec-Fetch-Site': null, Origin: 'https://app.example.com' }
    expect(await ask(createProxy(), older, inside)).toBe('forbidden_origin')
    expect(await ask(createProxy(), {}, inside)).toBe(200)
    const listed = createProxy({ allowedOrigins: ['https://app.example.com'] })
    expect(await ask(listed, older, inside)).toBe(200)
    expect(await ask(listed, { ...older, Origin: 'https://www.app.example.com' }, inside)).toBe(
      'forbidden_origin',
    )
  })

  it('curl needs an Origin', async () => {
    const origin = await listen(getRequestListener(createProxy()))
    expect(await post(origin)).toBe('forbidden_origin')
    expect(await post(origin, { Origin: origin })).toBe(200)
  })

  it('another subdomain must be listed', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-site', Origin: 'https://www.example.com' }
    expect(await ask(createProxy(), headers)).toBe('forbidden_origin')
    expect(await ask(createProxy({ allowedOrigins: ['https://www.example.com'] }), headers)).toBe(200)
  })

  it('of CORS and the list one does not work without the other', async () => {
    const page = 'https://www.example.com'
    const headers = { 'Sec-Fetch-Site': 'same-site', Origin: page }
    const app = new Hono()
    app.use(cors({ origin: page }))
    const proxy = createProxy()
    app.all('*', ({ req }) => proxy(req.raw))
    expect(await ask(app.fetch, headers)).toBe('forbidden_origin')

    const preflight = await createProxy({ allowedOrigins: [page] })(
      new Request('https://api.example.com/', { method: 'OPTIONS', headers: { Origin: page } }),
    )
    expect(preflight.status).toBe(405)
    expect([...preflight.headers.keys()].join()).not.toContain('access-control')
  })

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['a row', () => ({ jobId })],
    ['a number', () => 7],
    ['an error', () => Promise.reject(new Error('the database is away'))],
  ])('a resolveJob that gives %s is a 404 whose event names no job', async (_, resolveJob) => {
    const proxy = createProxy({ resolveJob: resolveJob as ItrStatusProxyOptions['resolveJob'] })
    expect(await ask(proxy)).toBe('not_found')
    expect(events).toEqual([expect.objectContaining({ job: null, outcome: 'denied' })])
  })

  it('a job that the ITR Analyzer does not know is a 404 whose event names it', async () => {
    expect(await ask(createProxy({ resolveJob: () => 'itr_of_another_environment' }))).toBe('not_found')
    expect(events).toEqual([expect.objectContaining({ job: expect.any(String), upstream: 'called' })])
  })

  it('other secrets, and another subject, open no handle', async () => {
    const [one, other] = ['x'.repeat(32), 'y'.repeat(32)].map((secret) =>
      createItrJobHandles({ secrets: [secret], ttl: 60_000 }),
    )
    const handle = await one!.seal(jobId, 'asha')
    expect(await one!.open(handle, 'asha')).toBe(jobId)
    expect(await one!.open(handle, 'session-before-sign-in')).toBeNull()
    expect(await other!.open(handle, 'asha')).toBeNull()
  })

  it.each([
    ['upstream_refused', () => new Response('{}', { status: 401 })],
    ['upstream_refused', () => Response.json({ success: false, message: 'No permission.' })],
    ['upstream_invalid', () => new Response('<!doctype html>', { status: 404 })],
    ['upstream_invalid', () => new Response(null, { status: 301, headers: { Location: '/' } })],
    ['upstream_unavailable', () => new Response('', { status: 503 })],
    ['rate_limited', () => new Response('', { status: 429 })],
  ])('it is %s where the ITR Analyzer answers so', async (code, answer) => {
    upstream.answer = answer
    expect(await ask(createProxy())).toBe(code)
  })

  it('a connection that the upstream ends as it is used again is one upstream_unavailable, which is transient', async () => {
    const met = new WeakSet<object>()
    const server = createServer(({ socket }, outgoing) => {
      if (met.has(socket)) return void socket.destroy()
      met.add(socket)
      outgoing.end(JSON.stringify({ job_id: jobId, status: 'processing' }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => server.close().closeAllConnections())
    const { port } = server.address() as AddressInfo
    const proxy = createProxy({ baseUrl: `http://127.0.0.1:${port}`, minUpstreamInterval: 0 })

    // Until the connection is free to be used again each question takes one of its own.
    const soon = (code: string | number) => vi.waitFor(async () => expect(await ask(proxy)).toBe(code))
    await soon(200)
    await soon('upstream_unavailable')
    await soon(200)
    await vi.waitFor(() =>
      expect(proxy.getJob('handle', question('handle', ''))).rejects.toMatchObject({ kind: 'transient' }),
    )
  })

  it('a vault that is away is upstream_unavailable, and no call', async () => {
    const apiKey = () => Promise.reject(new Error('the vault is away'))
    expect(await ask(createProxy({ apiKey }))).toBe('upstream_unavailable')
    expect(events).toEqual([expect.objectContaining({ upstream: null })])
    expect(upstream.arrivals).toEqual([])
  })

  it('a build without keys fails with the name of the one that is missing, and with functions it does not', () => {
    const { FINPASS_API_KEY } = {} as { FINPASS_API_KEY: string }
    expect(() => createProxy({ apiKey: FINPASS_API_KEY })).toThrow('itr-progress: `apiKey` is missing')
    expect(() => createProxy({ apiKey: () => FINPASS_API_KEY })).not.toThrow()
  })
})

describe('of Redis docs/troubleshooting.md is right that', () => {
  const kept = new Map<string, string>()
  const store: ItrStatusCache = {
    get: (key) => kept.get(key),
    set: (key, value) => kept.set(key, value),
  }
  beforeEach(() => kept.clear())
  afterEach(() => void vi.useRealTimers())

  /** How an instance answers after another one with the same cache has. */
  async function second(options: Partial<ItrStatusProxyOptions>, first: Partial<ItrStatusProxyOptions> = {}) {
    await ask(createProxy({ cache: store, ...first }))
    await ask(createProxy({ cache: store, ...options }))
    return events[1]!.upstream
  }

  it('instances share what one of them was told', async () => {
    expect(await second({})).toBe('cached')
  })

  it('a store that parses JSON by itself finds nothing', async () => {
    const get = (key: string) => JSON.parse(kept.get(key) ?? 'null') as unknown
    expect(await second({ cache: { ...store, get } })).toBe('called')
  })

  it('an instance whose clock is ahead finds nothing', async () => {
    await ask(createProxy({ cache: store }))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_100 })
    await ask(createProxy({ cache: store }))
    expect(events[1]!.upstream).toBe('called')
  })

  it('an answer that counts longer than 12 of one’s own intervals is not believed', async () => {
    expect(await second({ minUpstreamInterval: 300 })).toBe('called')
  })

  it('failures are not shared', async () => {
    upstream.answer = () => new Response('', { status: 503 })
    expect(await second({})).toBe('called')
  })

  it('whoever can write to the cache is believed', async () => {
    await ask(createProxy({ cache: store }))
    for (const [key, value] of kept) kept.set(key, value.replace('"initiated"', '"completed"'))
    const job = await createProxy({ cache: store }).getJob('handle', question('handle', ''))
    expect(job?.status).toBe('completed')
  })
})
