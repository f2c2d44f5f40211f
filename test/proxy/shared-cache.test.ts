import { describe, expect, it, vi } from 'vitest'
import type { ItrStatusCache } from '../../src/proxy/index.ts'
import {
  createProxy,
  createRequest,
  deferred,
  flatJob,
  flushEventLoop,
  HANDLE,
  KEY,
  OK,
  poll,
  type ProxyInit,
  readResponse,
  resultOf,
  START,
  throwError,
  useFakeClock,
} from './createProxy.ts'

const advance = useFakeClock(['setTimeout', 'clearTimeout', 'Date'])

const REPORT_URL = 'https://reports.example/canary'
const secrets = { doc_id: 'canary', error_message: 'canary', pdf_report_url: REPORT_URL }
const respond = () => Response.json(flatJob({ ...secrets, pan: 'ABCDE1234F', steps_completed: ['a'] }))

/** The write of one proxy to its cache, if there is one. */
async function writeOf(options: ProxyInit = {}) {
  const set = vi.fn<ItrStatusCache['set']>()
  const { proxy } = createProxy({ cache: { get: () => undefined, set }, upstream: respond, ...options })
  const { body } = await readResponse(await proxy(createRequest()))
  expect(set.mock.calls.length).toBeLessThan(2)
  const [key, value, ttl] = set.mock.calls[0] ?? []
  return { key, value, ttl, body }
}

/** A proxy whose cache always returns `value`. */
const createProxyWith = (value: unknown, options?: ProxyInit) =>
  createProxy({ cache: { get: () => value, set: () => undefined }, ...options })

/** The written value with other fields. */
const change = async (fields: object) =>
  JSON.stringify({ ...(JSON.parse((await writeOf()).value!) as object), ...fields })

/** Number of upstream calls of a proxy whose cache returns `value`. */
async function callsWith(value: unknown) {
  const { proxy, calls } = createProxyWith(value)
  expect(await poll(proxy)).toEqual(OK)
  return calls.length
}

describe('instances with a shared cache', () => {
  it.each([
    ['processing', 5000],
    ['completed', 600_000],
  ])('make one upstream call for a %s job in %i ms', async (status, ms) => {
    // A Map ignores the time to live. Its methods need it as `this`.
    const cache = new Map<string, string>() as ItrStatusCache
    const upstream = () => Response.json(flatJob({ status }))
    const get = vi.spyOn(cache, 'get')
    const [one, two] = [createProxy({ cache, upstream }), createProxy({ cache, upstream })]
    const first = await readResponse(await one.proxy(createRequest()))
    expect(await readResponse(await two.proxy(createRequest()))).toEqual(first)
    advance(ms - 1)
    await one.proxy(createRequest())
    await two.proxy(createRequest())
    expect([one.calls.length, two.calls.length, get.mock.calls.length]).toEqual([1, 0, 2])
    expect(two.events.map((event) => event.upstream)).toEqual(['cached', 'cached'])
    advance(1)
    await two.proxy(createRequest())
    await one.proxy(createRequest())
    expect([one.calls.length, two.calls.length, get.mock.calls.length]).toEqual([1, 1, 4])
  })

  it('read it once for concurrent requests', async () => {
    const cached = deferred<unknown>()
    const get = vi.fn(() => cached.promise)
    const { value } = await writeOf()
    const { proxy, calls, events } = createProxy({ cache: { get, set: () => {} } })
    const responses = [proxy(createRequest()), proxy(createRequest())]
    await flushEventLoop()
    cached.resolve(value)
    for (const response of responses) expect(await resultOf(response)).toEqual(OK)
    expect(get).toHaveBeenCalledTimes(1)
    expect(calls).toEqual([])
    expect(events.map((event) => event.upstream)).toEqual(['cached', 'cached'])
  })

  it('share the report URL only if both expose it: otherwise the value is a miss', async () => {
    const exposed = { exposeReportUrl: true }
    const { value } = await writeOf(exposed)
    const read = async (cached: unknown, options?: ProxyInit) =>
      (await readResponse(await createProxyWith(cached, options).proxy(createRequest()))).body.pdf_report_url
    expect(await read(value, exposed)).toBe(REPORT_URL)
    expect(await read(value)).toBeUndefined()
    expect(await read((await writeOf()).value, { ...exposed, upstream: respond })).toBe(REPORT_URL)
  })
})

describe('cached value', () => {
  it('has a hash in its key, and expires an interval after the start of the call', async () => {
    const upstream = () => {
      advance(1500.5)
      return respond()
    }
    const { key, ttl } = await writeOf({ upstream })
    expect(key).toMatch(/^itr-status:[0-9a-f]{64}$/)
    expect(ttl).toBe(3500)
  })

  it.each([
    [{ minUpstreamInterval: 1500.25 }, 1501],
    [{ upstream: () => Response.json(flatJob({ status: 'completed' })) }, 600_000],
    // Nothing is written.
    [{ minUpstreamInterval: 0 }, undefined],
    [{ upstream: () => new Response('', { status: 503 }) }, undefined],
    [{ upstream: () => (advance(5000), respond()) }, undefined],
  ])('has, for a proxy with %o, a time to live of %s ms', async (options, ttl) => {
    expect((await writeOf(options)).ttl).toBe(ttl)
  })

  it('consists of the public fields of the response and the expiry', async () => {
    const { value, body } = await writeOf()
    const { job_id, ...fields } = body
    expect(job_id).toBe(HANDLE)
    expect(JSON.parse(value!)).toEqual({ ...fields, until: START + 5000 })
  })

  it.each([undefined, null, 'x', '{"status":"completed"', flatJob(), 7, '[]', 'null'])(
    'is a miss if it is %j',
    async (value) => {
      expect(await callsWith(value)).toBe(1)
    },
  )

  it('is a miss as bytes', async () => {
    expect(await callsWith(Buffer.from((await writeOf()).value!))).toBe(1)
  })

  it.each([
    { status: undefined },
    { status: 'hacked' },
    { status: 7 },
    { success: false },
    { until: undefined },
    { until: 'tomorrow' },
    { until: START },
    // No response is kept for longer than ten minutes.
    { until: START + 600_001 },
  ])('is a miss with %o', async (fields) => {
    expect(await callsWith(await change(fields))).toBe(1)
  })

  it('is filtered like an upstream response', async () => {
    const ids = { job_id: 'canary', reference: 'canary', failure_code: 'canary', pan: 'ABCDE1234F' }
    const steps = { current_step: 'canary <b>', steps_completed: ['canary <b>', 'create_client'] }
    const { proxy, calls } = createProxyWith(await change({ ...secrets, ...ids, ...steps }))
    const { body } = await readResponse(await proxy(createRequest()))
    expect(calls).toEqual([])
    expect(JSON.stringify(body)).not.toContain('canary')
    expect(body).toMatchObject({ pan: 'ABCDE****F', steps_completed: ['create_client'] })
  })
})

describe('key function', () => {
  /** The upstream calls of a proxy with a full cache, `ms` after its first request. */
  async function callsAfter(ms: number, apiKey: () => Promise<string>) {
    const { proxy, calls } = createProxyWith((await writeOf()).value, { apiKey })
    const response = proxy(createRequest())
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(ms)
    expect(await resultOf(response)).toEqual(OK)
    return calls.length
  }

  it('may take longer than the cache', async () => {
    const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 1200, KEY))
    expect(await callsAfter(1200, slow)).toBe(0)
  })

  it('causes a miss if it takes over 3 s', async () => {
    const apiKey = vi.fn(async () => KEY).mockReturnValueOnce(new Promise(() => {}))
    expect(await callsAfter(3000, apiKey)).toBe(1)
  })
})

describe('cache that fails', () => {
  it.each([
    ['throws', throwError],
    ['rejects', async () => throwError()],
  ])('is a miss if it %s, and the interval still holds', async (_, fail) => {
    const { proxy, calls } = createProxy({ cache: { get: fail, set: fail } })
    expect(await poll(proxy)).toEqual(OK)
    expect(await poll(proxy)).toEqual(OK)
    expect(calls).toHaveLength(1)
  })

  it('is a miss if it takes over 1 s, even if it rejects later', async () => {
    const value = deferred<unknown>()
    const { proxy, calls } = createProxy({
      cache: { get: () => value.promise, set: () => new Promise(() => {}) },
    })
    const response = proxy(createRequest())
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(999)
    expect(calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(1)
    expect(await resultOf(response)).toEqual(OK)
    value.reject(new Error('down'))
    await flushEventLoop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
