import { describe, expect, it } from 'vitest'
import {
  createProxy,
  createRequest,
  deferred,
  flatJob,
  flushEventLoop,
  type ProxyInit,
  readResponse,
  requestFor,
  useFakeClock,
} from './createProxy.ts'

const advance = useFakeClock()

/** A proxy for any number of jobs: the handle is the job id. */
const createOpenProxy = (options?: ProxyInit) =>
  createProxy({
    resolveJob: (handle) => handle,
    upstream: (jobId) => Response.json(flatJob({ job_id: jobId })),
    ...options,
  })

const respondAfter = (ms: number, fields?: object) => () => {
  advance(ms)
  return Response.json(flatJob({ ...fields }))
}

/** Expects that the response of the first request is kept for `ms`, to the millisecond. */
async function expectKept(ms: number, { proxy, calls, events }: ReturnType<typeof createProxy>) {
  const first = await readResponse(await proxy(createRequest()))
  advance(ms - 1)
  const kept = await readResponse(await proxy(createRequest()))
  expect(kept.body).toEqual(first.body)
  expect(calls).toHaveLength(1)
  advance(1)
  await proxy(createRequest())
  expect(calls).toHaveLength(2)
  expect(events.map((event) => event.upstream)).toEqual(['called', 'cached', 'called'])
}

describe('call in flight', () => {
  it.each<[number, string, (upstream: ReturnType<typeof deferred<Response>>) => void]>([
    [5000, 'response', (upstream) => upstream.resolve(Response.json(flatJob({ current_step: 'a' })))],
    [0, 'response', (upstream) => upstream.resolve(Response.json(flatJob({ current_step: 'b' })))],
    [5000, 'failure', (upstream) => upstream.reject(new Error('reset'))],
  ])('is shared with an interval of %i ms and a %s', async (interval, _, settle) => {
    const upstream = deferred<Response>()
    const { proxy, calls, events } = createProxy({
      minUpstreamInterval: interval,
      upstream: () => upstream.promise,
    })
    const first = proxy(createRequest())
    await flushEventLoop()
    const others = [proxy(createRequest()), proxy(createRequest())]
    await flushEventLoop()
    settle(upstream)
    const response = await readResponse(await first)
    for (const other of others) expect(await readResponse(await other)).toEqual(response)
    expect(calls).toHaveLength(1)
    expect(events.map((event) => event.upstream)).toEqual(['called', 'shared', 'shared'])
  })

  // A runtime may have cancelled it together with the request that started it.
  it('is replaced 5 s after its timeout', async () => {
    const { proxy, calls } = createProxy({ upstream: () => new Promise(() => {}), upstreamTimeout: 10_000 })
    const callsAfter = async (ms: number) => {
      advance(ms)
      void proxy(createRequest())
      await flushEventLoop()
      return calls.length
    }
    expect(await callsAfter(0)).toBe(1)
    expect(await callsAfter(14_999)).toBe(1)
    expect(await callsAfter(1)).toBe(2)
  })

  it('is shared and ends also if the clock is set back', async () => {
    const upstream = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => upstream.promise, minUpstreamInterval: 0 })
    const requests = [proxy(createRequest())]
    await flushEventLoop()
    advance(-2000)
    requests.push(proxy(createRequest()))
    await flushEventLoop()
    expect(calls).toHaveLength(1)
    upstream.resolve(Response.json(flatJob()))
    await Promise.all(requests)
    advance(6000)
    await proxy(createRequest())
    expect(calls).toHaveLength(2)
  })

  it('does not end the call that replaced it', async () => {
    const responses = [deferred<Response>(), deferred<Response>()]
    const { proxy, calls } = createProxy({
      upstream: () => responses[calls.length - 1]!.promise,
      minUpstreamInterval: 0,
    })
    const first = proxy(createRequest())
    await flushEventLoop()
    advance(60_000)
    const second = proxy(createRequest())
    await flushEventLoop()
    responses[0]!.resolve(Response.json(flatJob()))
    await first
    const third = proxy(createRequest())
    await flushEventLoop()
    responses[1]!.resolve(Response.json(flatJob()))
    await Promise.all([second, third])
    expect(calls).toHaveLength(2)
  })
})

describe('minUpstreamInterval', () => {
  it('runs from the start of the call to the upstream', async () => {
    await expectKept(2000, createProxy({ upstream: respondAfter(3000) }))
    const apiKey = () => {
      advance(3000)
      return 'key'
    }
    await expectKept(5000, createProxy({ apiKey }))
  })

  it('runs from the start of a slow call, also if several callers share it', async () => {
    const upstream = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => upstream.promise })
    void proxy(createRequest())
    void proxy(createRequest())
    await flushEventLoop()
    advance(6500)
    upstream.resolve(Response.json(flatJob()))
    await flushEventLoop()
    await proxy(createRequest())
    expect(calls).toHaveLength(2)
  })

  it.each<[string, ProxyInit]>([
    ['a call took longer', { upstream: respondAfter(5000) }],
    ['it is 0', { minUpstreamInterval: 0, upstream: respondAfter(0) }],
  ])('keeps nothing if %s', async (_, options) => {
    const { proxy, calls } = createProxy(options)
    await proxy(createRequest())
    await proxy(createRequest())
    expect(calls).toHaveLength(2)
  })

  it('counts per job, for all its handles together', async () => {
    const { proxy, calls } = createOpenProxy({ resolveJob: (handle) => handle[0]! })
    const pollAll = () =>
      Promise.all(
        ['a1', 'b1', 'a2', 'b2'].map(async (handle) =>
          expect(await (await proxy(requestFor(handle))).json()).toMatchObject({ job_id: handle }),
        ),
      )
    await pollAll()
    await pollAll()
    expect(calls.map((call) => call.jobId)).toEqual(['a', 'b'])
  })

  it('does not keep a response longer if the clock is set back', async () => {
    const { proxy, calls } = createProxy()
    await proxy(createRequest())
    advance(-3_600_000)
    await proxy(createRequest())
    await proxy(createRequest())
    expect(calls).toHaveLength(2)
  })

  it.each(['completed', 'failed'])('is ten minutes for a %s job', async (status) => {
    await expectKept(600_000, createProxy({ upstream: () => Response.json(flatJob({ status })) }))
  })

  it.each(['initiated', 'processing', 'queued'])('is 5 s by default for the status %s', async (status) => {
    await expectKept(5000, createProxy({ upstream: () => Response.json(flatJob({ status })) }))
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['reset', () => Promise.reject(new Error('reset'))],
    ['429 without Retry-After', () => new Response('', { status: 429 })],
  ])('applies to a failed call: %s', async (_, upstream) => {
    await expectKept(5000, createProxy({ upstream }))
  })

  it('keeps the responses of the newest 10,000 jobs', async () => {
    const { proxy, calls } = createOpenProxy({ minUpstreamInterval: 3_600_000 })
    const request = createRequest()
    const get = (job: number) => proxy.getJob(`job-${job}`, request)
    for (let job = 0; job <= 10_000; job++) await get(job)
    await get(10_000)
    await get(1)
    expect(calls).toHaveLength(10_001)
    await get(0)
    expect(calls).toHaveLength(10_002)
  }, 60_000)
})

describe('Retry-After', () => {
  const createBusyProxy = (retryAfter: string, options?: ProxyInit) =>
    createProxy({
      upstream: () => new Response('', { status: 429, headers: { 'Retry-After': retryAfter } }),
      ...options,
    })

  /** `Retry-After` of the next response. */
  async function pollBusy({ proxy }: ReturnType<typeof createProxy>) {
    const response = await proxy(createRequest())
    expect(response.status).toBe(429)
    return response.headers.get('Retry-After')
  }

  // More formats: test/internal/parseRetryAfter.test.ts.
  it.each([
    ['30', '30'],
    ['0', '0'],
    ['7200', '60'],
    ['Tue, 07 Apr 2026 11:24:44 GMT', '30'],
    ['Tue, 07 Apr 2026 11:24:00 GMT', '0'],
    ['soon', null],
  ])('"%s" of a 429 is sent as %j', async (given, sent) => {
    expect(await pollBusy(createBusyProxy(given))).toBe(sent)
  })

  it('counts down in whole seconds, rounded up', async () => {
    const busy = createBusyProxy('30')
    expect(await pollBusy(busy)).toBe('30')
    advance(12_000)
    expect(await pollBusy(busy)).toBe('18')
    advance(1)
    expect(await pollBusy(busy)).toBe('18')
    advance(17_998)
    expect(await pollBusy(busy)).toBe('1')
  })

  it.each([
    [30_000, '30'],
    // The cap of 60 s.
    [60_000, '7200'],
    // The interval is longer.
    [5000, '2'],
  ])('allows the next call for the job after %i ms if it is %s', async (ms, retryAfter) => {
    const busy = createBusyProxy(retryAfter)
    await pollBusy(busy)
    advance(ms - 1)
    expect(await pollBusy(busy)).toBe(retryAfter === '2' ? '0' : '1')
    expect(busy.calls).toHaveLength(1)
    advance(1)
    await pollBusy(busy)
    expect(busy.calls).toHaveLength(2)
  })

  it('holds even with an interval of 0, and for no other job', async () => {
    const { proxy, calls } = createBusyProxy('10', { minUpstreamInterval: 0, resolveJob: (handle) => handle })
    for (const job of ['a', 'a', 'b']) await proxy(requestFor(job))
    expect(calls.map((call) => call.jobId)).toEqual(['a', 'b'])
  })

  it.each([503, 200])('is not sent if it came with a %i', async (status) => {
    const upstream = () => Response.json(flatJob(), { status, headers: { 'Retry-After': '30' } })
    const response = await createProxy({ upstream }).proxy(createRequest())
    expect(response.headers.get('Retry-After')).toBeNull()
  })
})
