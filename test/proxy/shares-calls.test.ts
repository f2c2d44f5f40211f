import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, arrived, createProxy, deferred, errorCodeOf, flat } from './asking.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => void vi.useRealTimers())

/** Time goes by, and nothing else. */
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

/** A proxy for any number of jobs: the handle is the job id. */
const createOpenProxy = (options: Parameters<typeof createProxy>[0] = {}) =>
  createProxy({
    resolveJob: (handle) => handle,
    upstream: (jobId) => Response.json(flat({ job_id: jobId })),
    ...options,
  })

const about = (job: string) => ask({ body: { job_id: job } })

describe('a call under way is shared', () => {
  it('by all who ask for the job meanwhile', async () => {
    const answer = deferred<Response>()
    const { proxy, calls, events } = createProxy({ upstream: () => answer.promise })
    const first = proxy(ask())
    await arrived()
    const others = [proxy(ask()), proxy(ask())]
    await arrived()
    answer.resolve(Response.json(flat({ current_step: 'download_profile' })))
    for (const response of await Promise.all([first, ...others])) {
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ current_step: 'download_profile' })
    }
    expect(calls).toHaveLength(1)
    expect(events.map((event) => event.upstream)).toEqual(['called', 'shared', 'shared'])
  })

  it('its failure too', async () => {
    const answer = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => answer.promise })
    const responses = [proxy(ask()), proxy(ask())]
    await arrived()
    answer.reject(new Error('reset'))
    for (const response of await Promise.all(responses))
      expect(await errorCodeOf(response)).toBe('upstream_unavailable')
    expect(calls).toHaveLength(1)
  })

  it('but not with those who ask for another job', async () => {
    const { proxy, calls } = createOpenProxy()
    await Promise.all(['a', 'b', 'a', 'c'].map((job) => proxy(about(job))))
    expect(calls.map((call) => call.jobId)).toEqual(expect.arrayContaining(['a', 'b', 'c']))
    expect(calls).toHaveLength(3)
  })

  it('even where answers are not kept', async () => {
    const answer = deferred<Response>()
    const { proxy, calls } = createProxy({ minUpstreamInterval: 0, upstream: () => answer.promise })
    const responses = [proxy(ask()), proxy(ask())]
    await arrived()
    answer.resolve(Response.json(flat()))
    for (const response of await Promise.all(responses)) expect(response.status).toBe(200)
    expect(calls).toHaveLength(1)
  })

  it('unless it should be over long since: a runtime may have dropped it with the request that began it', async () => {
    const { proxy, calls } = createProxy({ upstream: () => new Promise(() => {}), upstreamTimeout: 10_000 })
    void proxy(ask())
    await arrived()
    later(15_000)
    void proxy(ask())
    await arrived()
    expect(calls).toHaveLength(1)
    later(1)
    void proxy(ask())
    await arrived()
    expect(calls).toHaveLength(2)
  })

  it('and one that was dropped takes nothing with it when it ends after all', async () => {
    const answers = [deferred<Response>(), deferred<Response>()]
    let next = 0
    const { proxy, calls } = createProxy({ upstream: () => answers[next++]!.promise, minUpstreamInterval: 0 })
    const first = proxy(ask())
    await arrived()
    later(60_000)
    const second = proxy(ask())
    await arrived()
    answers[0]!.resolve(Response.json(flat()))
    await first
    const third = proxy(ask())
    await arrived()
    answers[1]!.resolve(Response.json(flat()))
    await Promise.all([second, third])
    expect(calls).toHaveLength(2)
  })
})

describe('one call per job and interval', () => {
  it('5 s by default', async () => {
    const { proxy, calls, events } = createProxy()
    await proxy(ask())
    later(4999)
    await proxy(ask())
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
    expect(events.map((event) => event.upstream)).toEqual(['called', 'cached', 'called'])
  })

  it('counted from the start of the call, not from its answer', async () => {
    const { proxy, calls } = createProxy({
      upstream: () => {
        later(3000)
        return Response.json(flat())
      },
    })
    await proxy(ask())
    later(1999)
    await proxy(ask())
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('counted from the call, not from the keys that had to be fetched first', async () => {
    const { proxy, calls } = createProxy({
      apiKey: () => {
        later(3000)
        return 'key'
      },
    })
    await proxy(ask())
    later(4999)
    await proxy(ask())
    expect(calls).toHaveLength(1)
  })

  it('a call that takes longer than the interval leaves no answer to be kept', async () => {
    const { proxy, calls } = createProxy({
      upstream: () => {
        later(5000)
        return Response.json(flat())
      },
    })
    await proxy(ask())
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('of each job its own', async () => {
    const { proxy, calls } = createOpenProxy()
    for (const job of ['a', 'b', 'a', 'b'])
      expect(await (await proxy(about(job))).json()).toMatchObject({ job_id: job })
    expect(calls.map((call) => call.jobId)).toEqual(['a', 'b'])
  })

  it('two handles of one job are one job, and each gets its own handle back', async () => {
    const { proxy, calls } = createProxy({
      resolveJob: () => 'job',
      upstream: () => Response.json(flat({ job_id: 'job' })),
    })
    expect(await (await proxy(about('mine'))).json()).toMatchObject({ job_id: 'mine' })
    expect(await (await proxy(about('yours'))).json()).toMatchObject({ job_id: 'yours' })
    expect(calls).toHaveLength(1)
  })

  it('none at all where it is 0, for a settled job neither', async () => {
    const { proxy, calls } = createProxy({
      minUpstreamInterval: 0,
      upstream: () => Response.json(flat({ status: 'completed' })),
    })
    for (let i = 0; i < 3; i++) await proxy(ask())
    expect(calls).toHaveLength(3)
  })

  it('a clock that is set back does not keep an answer alive', async () => {
    const { proxy, calls } = createProxy()
    await proxy(ask())
    later(-3_600_000)
    await proxy(ask())
    expect(calls).toHaveLength(2)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })
})

describe('a failed call is the call of its interval', () => {
  it.each([
    ['a reset', () => Promise.reject(new Error('reset')), 'upstream_unavailable'],
    ['a 503', () => new Response('', { status: 503 }), 'upstream_unavailable'],
    ['a 401', () => new Response('', { status: 401 }), 'upstream_refused'],
    ['nonsense', () => new Response('x'), 'upstream_invalid'],
    ['an unknown job', () => Response.json({ success: false }, { status: 404 }), 'not_found'],
    ['a 429 that says no time', () => new Response('', { status: 429 }), 'rate_limited'],
  ])('after %s others get that failure, until the interval is over', async (_, upstream, code) => {
    const { proxy, calls, events } = createProxy({ upstream })
    expect(await errorCodeOf(await proxy(ask()))).toBe(code)
    later(4999)
    expect(await errorCodeOf(await proxy(ask()))).toBe(code)
    expect(calls).toHaveLength(1)
    expect(events.map((event) => event.upstream)).toEqual(['called', 'cached'])
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('an answer after it counts again', async () => {
    let isBroken = true
    const { proxy } = createProxy({ upstream: () => (isBroken ? new Response('x') : Response.json(flat())) })
    expect((await proxy(ask())).status).toBe(502)
    isBroken = false
    later(5000)
    expect((await proxy(ask())).status).toBe(200)
    later(1)
    expect((await proxy(ask())).status).toBe(200)
  })
})

describe('a settled job is asked for less often, but not never', () => {
  it.each(['completed', 'failed'])('%s: once a minute', async (status) => {
    const { proxy, calls } = createProxy({ upstream: () => Response.json(flat({ status })) })
    await proxy(ask())
    later(59_999)
    expect(await (await proxy(ask())).json()).toMatchObject({ status })
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it.each(['initiated', 'processing', 'queued'])('%s is not settled', async (status) => {
    const { proxy, calls } = createProxy({ upstream: () => Response.json(flat({ status })) })
    await proxy(ask())
    later(5000)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })
})
