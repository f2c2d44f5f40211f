import { describe, expect, it, vi } from 'vitest'
import { createItrStatusProxy } from '../../src/proxy/index.ts'
import {
  createBareRequest,
  createProxy,
  createRequest,
  HANDLE,
  poll,
  readResponse,
  resultOf,
  throwError,
  useFakeClock,
} from './createProxy.ts'

useFakeClock(['setTimeout', 'clearTimeout', 'Date'])
const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const never = () => new Promise<never>(() => {})

describe('resolveTimeout', () => {
  it.each([
    ['3 s by default', {}, 3_000],
    ['as long as the host wants', { resolveTimeout: 50 }, 50],
  ])('is %s: then 503, and the upstream is not called', async (_, options, ms) => {
    const { proxy, calls, events } = createProxy({ resolveJob: never, ...options })
    const response = proxy(createRequest())
    await advance(ms - 1)
    expect(events).toEqual([])
    await advance(1)
    expect(await resultOf(response)).toEqual([503, 'unavailable'])
    expect(calls).toEqual([])
  })

  it.each([
    ['a throw', throwError, 'http', 503, 'canary'],
    ['a rejection', async () => throwError(), 'http', 503, 'canary'],
    ['no result', never, 'timeout', null, '`resolveJob` took longer than `resolveTimeout`'],
  ])(
    'turns %s of resolveJob into a 503 of the route and a rejection of getJob',
    async (_, resolveJob, code, status, cause) => {
      const { proxy } = createProxy({ resolveJob })
      const response = proxy(createRequest())
      const job = proxy.getJob(HANDLE, createRequest()).catch((error: unknown) => error)
      await advance(3_000)
      expect(await resultOf(response)).toEqual([503, 'unavailable'])
      expect(await job).toMatchObject({ name: 'ItrStatusError', code, status, kind: 'transient' })
      expect(await job).toHaveProperty('cause.message', expect.stringContaining(cause))
    },
  )
})

describe('bodyTimeout', () => {
  it('is 3 s by default: then 408, for a body that drips', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        controller.enqueue(new TextEncoder().encode(' '))
      },
    })
    const cancel = vi.spyOn(ReadableStreamDefaultReader.prototype, 'cancel')
    const { proxy, events } = createProxy()
    const response = proxy(createBareRequest({ body }))
    await advance(2_999)
    expect(events).toEqual([])
    await advance(1)
    expect(await resultOf(response)).toEqual([408, 'body_timeout'])
    expect(cancel).toHaveBeenCalled()
    cancel.mockRestore()
  })
})

describe('maxUpstreamCalls', () => {
  /** A proxy for any number of jobs, whose upstream does not respond by itself. */
  function createBusyProxy(maxUpstreamCalls?: number) {
    const pending: (() => void)[] = []
    const result = createProxy({
      maxUpstreamCalls,
      resolveJob: (handle) => handle,
      upstream: (jobId) =>
        new Promise((resolve) => {
          pending.push(() => resolve(Response.json({ job_id: jobId, status: 'processing' })))
        }),
    })
    const send = (jobId: string) => resultOf(result.proxy(createRequest({ body: { job_id: jobId } })))
    return { ...result, pending, send }
  }

  it.each([
    [64, undefined],
    [2, 2],
  ])('is %i calls at once; the next one follows when one ends', async (limit, option) => {
    const { calls, pending, send } = createBusyProxy(option)
    const responses = Array.from({ length: limit + 2 }, (_, index) => send(`job-${index}`))
    await advance(0)
    expect(calls).toHaveLength(limit)
    pending[0]!()
    expect(await responses[0]).toEqual([200, undefined])
    await advance(0)
    expect(calls.map(({ jobId }) => jobId).at(-1)).toBe(`job-${limit}`)
    expect(calls).toHaveLength(limit + 1)
  })

  it('lets 1,000 more wait in the queue, and refuses the next one at once', async () => {
    const { calls, send, events } = createBusyProxy(1)
    for (let index = 0; index <= 1_000; index++) void send(`job-${index}`)
    await advance(0)
    expect(await send('one too many')).toEqual([503, 'overloaded'])
    expect([calls.length, events.length]).toEqual([1, 1])
  })

  it('counts the wait in the queue within upstreamTimeout, and an overload is not the call of the interval', async () => {
    const { calls, proxy, pending, send } = createBusyProxy(1)
    const first = send('job-1')
    const second = proxy(createRequest({ body: { job_id: 'job-2' } }))
    await advance(10_000)
    expect(await first).toEqual([504, 'upstream_timeout'])
    const { status, headers, body } = await readResponse(await second)
    expect([status, body.error_code, headers['retry-after']]).toEqual([503, 'overloaded', '5'])
    expect(calls).toHaveLength(1)
    // A call that ignored its signal does not keep its place.
    const third = send('job-2')
    await advance(0)
    pending[1]!()
    expect(await third).toEqual([200, undefined])
  })

  it('rejects getJob with an http error of status 503', async () => {
    const { proxy, send } = createBusyProxy(1)
    void send('job-1')
    await advance(0)
    const job = proxy.getJob('job-2', createRequest()).catch((error: unknown) => error)
    await advance(10_000)
    expect(await job).toMatchObject({ code: 'http', status: 503, kind: 'transient', retryAfter: 5_000 })
  })

  it.each([
    [0, 'is 0'],
    [1.5, 'is 1.5'],
    [NaN, 'is NaN'],
    ['64', 'is not a number'],
  ])('throws for %j', (value, problem) => {
    const maxUpstreamCalls = value as number
    expect(() => createProxy({ maxUpstreamCalls })).toThrow(
      `itr-progress: \`maxUpstreamCalls\` ${problem}. Expected a whole number above 0.`,
    )
  })
})

describe('shared cache', () => {
  const createTenant = (cache: Map<string, string>, changes: object) => {
    const upstream = vi.fn(async (jobId: string) => Response.json({ job_id: jobId, status: 'completed' }))
    const proxy = createItrStatusProxy({
      apiKey: 'key-of-a',
      apiSecret: 'secret-of-a',
      resolveJob: (handle) => handle,
      upstream,
      cache,
      ...changes,
    })
    return { proxy, upstream }
  }

  it.each([
    ['of the same account share a response', {}, 0],
    ['of two accounts do not', { apiKey: 'key-of-b' }, 1],
    ['with two base URLs do not', { baseUrl: 'https://test.finpass.ai/api/v1' }, 1],
  ])('instances %s', async (_, changes, expectedCalls) => {
    const cache = new Map<string, string>()
    await poll(createTenant(cache, {}).proxy)
    const { proxy, upstream } = createTenant(cache, changes)
    await poll(proxy)
    expect(upstream).toHaveBeenCalledTimes(expectedCalls)
    for (const key of cache.keys()) expect(key).toMatch(/^itr-status:[0-9a-f]{64}$/)
  })

  it.each([
    ['reads an entry of 16 KB', 16_384, 0],
    ['ignores an entry above 16 KB', 16_385, 1],
  ])('%s', async (_, length, expectedCalls) => {
    const cache = new Map<string, string>()
    await poll(createTenant(cache, {}).proxy)
    for (const [key, text] of cache) cache.set(key, text.padEnd(length))
    const { proxy, upstream } = createTenant(cache, {})
    await poll(proxy)
    expect(upstream).toHaveBeenCalledTimes(expectedCalls)
  })
})

describe('job ids with lone surrogates', () => {
  it('are different jobs', async () => {
    const { proxy, calls, events } = createProxy({
      resolveJob: (handle) => `job ${handle === HANDLE ? '\uD800' : '\uDBFF'}`,
    })
    await poll(proxy)
    await poll(proxy, { body: { job_id: 'other' } })
    expect(calls).toHaveLength(2)
    expect(events[0]!.job).not.toBe(events[1]!.job)
  })
})
