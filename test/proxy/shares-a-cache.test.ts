import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItrStatusCache } from '../../src/proxy/index.ts'
import { ask, arrived, createProxy, deferred, flat, JOB_ID } from './asking.ts'

const START = Date.UTC(2026, 3, 7, 11, 24, 14)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START }))
afterEach(() => void vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

/** A store as Redis is one, with all that was written. */
function createStore() {
  const values = new Map<string, unknown>()
  const writes: { key: string; value: string; ttl: number }[] = []
  const cache: ItrStatusCache = {
    get: async (key) => values.get(key),
    set: async (key, value, ttl) => {
      writes.push({ key, value, ttl })
      values.set(key, value)
    },
  }
  return { cache, values, writes }
}

const full = flat({
  doc_id: 'canary',
  current_step: 'download_profile',
  steps_completed: ['create_client'],
  steps_failed: [],
  error_message: 'canary',
  pan: 'ABCDE1234F',
  created_at: '2026-04-07T11:24:14.383000',
  updated_at: '2026-04-07T11:24:20.262000',
  completed_at: null,
  pdf_report_url: 'https://reports.example/canary',
})
const answerFull = () => Response.json(full)

/** The only value that one proxy leaves in the cache. */
async function leftBehind(upstream = answerFull, options: object = {}) {
  const { cache, writes } = createStore()
  await createProxy({ cache, upstream, ...options }).proxy(ask())
  expect(writes).toHaveLength(1)
  return writes[0]!
}

/** How often a proxy asks the upstream if it finds `value` in its cache. */
async function callsWith(value: unknown) {
  const { proxy, calls } = createProxy({ cache: { get: () => value, set: () => {} } })
  const response = await proxy(ask())
  expect(response.status).toBe(200)
  return calls.length
}

describe('instances with one cache', () => {
  it('ask once per interval between them, and give the same answer', async () => {
    const { cache } = createStore()
    const [one, two] = [
      createProxy({ cache, upstream: answerFull }),
      createProxy({ cache, upstream: answerFull }),
    ]
    const first = await (await one.proxy(ask())).json()
    expect(await (await two.proxy(ask())).json()).toEqual(first)
    later(4999)
    await one.proxy(ask())
    await two.proxy(ask())
    expect([one.calls.length, two.calls.length]).toEqual([1, 0])
    expect(two.events.map((event) => event.upstream)).toEqual(['cached', 'cached'])
    later(1)
    await two.proxy(ask())
    await one.proxy(ask())
    expect([one.calls.length, two.calls.length]).toEqual([1, 1])
  })

  it('read it once for all who ask at the same time', async () => {
    const { value } = await leftBehind()
    const found = deferred<string>()
    const get = vi.fn(() => found.promise)
    const { proxy, calls, events } = createProxy({ cache: { get, set: () => {} } })
    const responses = [proxy(ask()), proxy(ask())]
    await arrived()
    found.resolve(value)
    for (const response of await Promise.all(responses)) expect(response.status).toBe(200)
    expect(get).toHaveBeenCalledTimes(1)
    expect(calls).toEqual([])
    expect(events.map((event) => event.upstream)).toEqual(['cached', 'cached'])
  })

  it('read it once per interval, and answer by themselves until it is over', async () => {
    const { value } = await leftBehind()
    const get = vi.fn(() => value)
    const { proxy, calls } = createProxy({ cache: { get, set: () => {} } })
    const first = await (await proxy(ask())).json()
    later(4999)
    expect(await (await proxy(ask())).json()).toEqual(first)
    expect(get).toHaveBeenCalledTimes(1)
    later(1)
    await proxy(ask())
    expect(get).toHaveBeenCalledTimes(2)
    expect(calls).toHaveLength(1)
  })

  it('share the report URL only where it is exposed', async () => {
    const { value } = await leftBehind(answerFull, { exposeReportUrl: true })
    const told = async (exposeReportUrl: boolean) => {
      const { proxy } = createProxy({ cache: { get: () => value, set: () => {} }, exposeReportUrl })
      return (await proxy(ask())).json()
    }
    expect(await told(true)).toHaveProperty('pdf_report_url', full.pdf_report_url)
    expect(await told(false)).not.toHaveProperty('pdf_report_url')
  })

  it('run resolveJob all the same', async () => {
    const { cache } = createStore()
    await createProxy({ cache }).proxy(ask())
    const { proxy } = createProxy({ cache, resolveJob: () => null })
    expect((await proxy(ask())).status).toBe(404)
  })

  it('share a settled job for a minute', async () => {
    const { cache, writes } = createStore()
    const upstream = () => Response.json(flat({ status: 'completed' }))
    await createProxy({ cache, upstream }).proxy(ask())
    expect(writes[0]?.ttl).toBe(60_000)
    for (const ms of [0, 59_999]) {
      later(ms)
      const { proxy, calls } = createProxy({ cache, upstream })
      await proxy(ask())
      expect(calls).toHaveLength(0)
    }
  })
})

describe('what is left in the cache', () => {
  it('has a key of a hash, and a time to live counted from the start of the call', async () => {
    const { key, ttl } = await leftBehind(() => {
      later(1500.5)
      return answerFull()
    })
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JOB_ID)))
    expect(key).toBe(`itr-status:${Buffer.from(hash).toString('hex')}`)
    expect(ttl).toBe(3500)
  })

  it('has a time to live of whole ms, since Redis takes no other', async () => {
    expect((await leftBehind(answerFull, { minUpstreamInterval: 1500.25 })).ttl).toBe(1501)
  })

  it('is the public fields as JSON text, and until when they count', async () => {
    const { value } = await leftBehind()
    expect(JSON.parse(value)).toEqual({
      status: 'processing',
      current_step: 'download_profile',
      steps_completed: ['create_client'],
      steps_failed: [],
      failure_code: null,
      pan: 'ABCDE****F',
      created_at: '2026-04-07T11:24:14.383Z',
      updated_at: '2026-04-07T11:24:20.262Z',
      completed_at: null,
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      until: START + 5000,
    })
    expect(value).not.toContain(JOB_ID)
    expect(value).not.toContain('canary')
  })

  it('has the report URL only where that is exposed, and an instance that hides it does not pass it on', async () => {
    const { cache, values } = createStore()
    await createProxy({ cache, upstream: answerFull, exposeReportUrl: true }).proxy(ask())
    expect(String([...values.values()])).toContain('https://reports.example/canary')
    const { proxy, calls } = createProxy({ cache })
    expect(await (await proxy(ask())).text()).not.toContain('canary')
    expect(calls).toEqual([])
  })

  it.each([
    ['a failure', () => new Response('', { status: 503 })],
    ['an answer that came after its interval', () => (later(5000), answerFull())],
  ])('is not %s', async (_, upstream) => {
    const { cache, writes } = createStore()
    await createProxy({ cache, upstream }).proxy(ask())
    expect(writes).toEqual([])
  })

  it('is not anything where answers are not kept', async () => {
    const { cache, writes } = createStore()
    await createProxy({ cache, minUpstreamInterval: 0 }).proxy(ask())
    expect(writes).toEqual([])
  })
})

describe('a cached value is read with care', () => {
  it('what another instance has left counts', async () => {
    expect(await callsWith((await leftBehind()).value)).toBe(0)
  })

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['no JSON', 'x'],
    ['a cut text', '{"status":"completed"'],
    ['an object, not its text', flat()],
    ['a number', 7],
    ['a list', '[]'],
    ['null as text', 'null'],
  ])('%s is a miss', async (_, value) => {
    expect(await callsWith(value)).toBe(1)
  })

  it('bytes are a miss, even those of such a text', async () => {
    expect(await callsWith(Buffer.from((await leftBehind()).value))).toBe(1)
  })

  it.each([
    ['has no status', { status: undefined }],
    ['has a status that is none', { status: 'hacked' }],
    ['has a status of a wrong type', { status: 7 }],
    ['says a refusal', { success: false }],
    ['does not say until when it counts', { until: undefined }],
    ['says that in words', { until: 'tomorrow' }],
    ['is out of date', { until: START }],
    ['would count for longer than any answer does', { until: START + 60_001 }],
  ])('one that %s is a miss', async (_, fields) => {
    const value = JSON.parse((await leftBehind()).value) as object
    expect(await callsWith(JSON.stringify({ ...value, ...fields }))).toBe(1)
  })

  it('fields that are wrong or too many do not get through', async () => {
    const value = JSON.stringify({
      ...(JSON.parse((await leftBehind()).value) as object),
      job_id: 'canary',
      reference: 'canary',
      pan: 'ABCDE1234F',
      current_step: 'canary <b>',
      steps_completed: ['canary <b>', 'create_client'],
      failure_code: 'canary',
      created_at: 'canary',
      error_message: 'canary',
      pdf_report_url: 'https://canary',
    })
    const { proxy, calls } = createProxy({ cache: { get: () => value, set: () => {} } })
    const body = await (await proxy(ask())).text()
    expect(calls).toEqual([])
    expect(body).not.toContain('canary')
    expect(JSON.parse(body)).toMatchObject({ pan: 'ABCDE****F', steps_completed: ['create_client'] })
  })

  it('a Map, which forgets nothing, freezes no answer', async () => {
    const cache = new Map<string, unknown>()
    await createProxy({ cache }).proxy(ask())
    expect(cache.size).toBe(1)
    later(5000)
    const { proxy, calls } = createProxy({ cache })
    await proxy(ask())
    expect(calls).toHaveLength(1)
  })
})

describe('a cache that fails breaks no answer', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('down')
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
  ])('one that %s is a miss, and the interval is kept all the same', async (_, fail) => {
    const { proxy, calls } = createProxy({ cache: { get: fail, set: fail } })
    expect((await proxy(ask())).status).toBe(200)
    expect((await proxy(ask())).status).toBe(200)
    expect(calls).toHaveLength(1)
  })

  it('one that takes over 1 s is a miss, and its late answer or failure is nobody’s', async () => {
    const value = deferred<unknown>()
    const { proxy, calls } = createProxy({
      cache: { get: () => value.promise, set: () => new Promise(() => {}) },
    })
    const response = proxy(ask())
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(999)
    expect(calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toHaveLength(1)
    expect((await response).status).toBe(200)
    value.reject(new Error('down'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('methods are called on the cache itself', async () => {
    class Store {
      readonly #values = new Map<string, string>()
      get(key: string) {
        return this.#values.get(key)
      }
      set(key: string, value: string) {
        this.#values.set(key, value)
      }
    }
    const cache = new Store()
    await createProxy({ cache }).proxy(ask())
    const { proxy, calls } = createProxy({ cache })
    await proxy(ask())
    expect(calls).toEqual([])
  })
})
