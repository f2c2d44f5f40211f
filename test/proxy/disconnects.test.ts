import { describe, expect, it, vi } from 'vitest'
import {
  createBareRequest,
  createProxy,
  createRequest,
  deferred,
  failOnLogsAndRejections,
  flatJob,
  flushEventLoop,
  HANDLE,
  JOB_ID,
  OK,
  poll,
  resultOf,
  useFakeClock,
} from './createProxy.ts'

failOnLogsAndRejections()

const ABORTED = [499, 'aborted']

describe('a caller that disconnects', () => {
  it('gets 499 at once, and the upstream call continues for the next request', async () => {
    const upstream = deferred<Response>()
    const { proxy, calls, events } = createProxy({ upstream: () => upstream.promise })
    const caller = new AbortController()
    const response = proxy(createRequest({ signal: caller.signal }))
    const other = proxy(createRequest())
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    caller.abort()
    expect(await resultOf(response)).toEqual(ABORTED)
    expect(events).toMatchObject([{ outcome: 'aborted', job: expect.any(String), upstream: 'called' }])

    upstream.resolve(Response.json(flatJob()))
    expect(await resultOf(other)).toEqual(OK)
    expect(await poll(proxy)).toEqual(OK)
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([false])
  })

  describe('during a call that takes longer than minUpstreamInterval', () => {
    const advance = useFakeClock()

    /** Number of upstream calls after a call of 6.5 s, and one more request `ms` later. */
    async function callsAfter(ms: number, respond: () => Response, otherCaller?: AbortSignal) {
      const upstream = deferred<Response>()
      const { proxy, calls } = createProxy({ upstream: () => upstream.promise })
      const caller = new AbortController()
      void proxy(createRequest({ signal: caller.signal }))
      if (otherCaller) void proxy(createRequest({ signal: otherCaller }))
      await flushEventLoop()
      caller.abort()
      advance(6500)
      upstream.resolve(respond())
      await flushEventLoop()
      advance(ms)
      await proxy(createRequest())
      return calls.length
    }
    const respond = () => Response.json(flatJob())

    it('finds the response with its next request, until an interval after the arrival', async () => {
      expect(await callsAfter(4999, respond)).toBe(1)
      expect(await callsAfter(5000, respond)).toBe(2)
    })

    it('keeps no response that another caller has received', async () => {
      expect(await callsAfter(0, respond, new AbortController().signal)).toBe(2)
    })

    it('keeps no failure', async () => {
      expect(await callsAfter(0, () => new Response('', { status: 503 }))).toBe(2)
    })
  })

  describe('on a platform that then cancels its timers, such as Workers', () => {
    const advance = useFakeClock(['Date', 'setTimeout', 'clearTimeout'])
    const never = () => new Promise<never>(() => {})

    async function pollAndLose(proxy: Parameters<typeof poll>[0]) {
      void proxy(createRequest())
      await flushEventLoop()
      vi.clearAllTimers()
    }

    it('keeps no slot for longer than the call may take', async () => {
      const { proxy } = createProxy({
        resolveJob: (handle) => (handle === HANDLE ? JOB_ID : handle),
        upstream: (id) => (id === JOB_ID ? never() : Response.json(flatJob({ job_id: id }))),
        upstreamTimeout: 3_000,
        maxUpstreamCalls: 1,
      })
      await pollAndLose(proxy)
      advance(8_000)
      expect(await poll(proxy, { body: { job_id: 'other' } })).toEqual(OK)
    })

    it('leaves another caller who shares the call with a timeout', async () => {
      const { proxy, calls } = createProxy({ upstream: never, upstreamTimeout: 3_000 })
      await pollAndLose(proxy)
      advance(2_000)
      let status: number | undefined
      const other = proxy(createRequest())
      void other.then((response) => (status = response.status))
      await flushEventLoop()
      await vi.advanceTimersByTimeAsync(5_999)
      expect(status).toBeUndefined()
      await vi.advanceTimersByTimeAsync(1)
      expect(await resultOf(other)).toEqual([504, 'upstream_timeout'])
      expect(calls).toHaveLength(1)
    })
  })

  it.each<[string, (job: ReturnType<typeof deferred<string>>) => void]>([
    ['resolves', (job) => job.resolve(JOB_ID)],
    ['rejects', (job) => job.reject(new Error('too late'))],
  ])('causes no upstream call if resolveJob %s later', async (_, settle) => {
    const job = deferred<string>()
    const resolveJob = vi.fn(() => job.promise)
    const { proxy, calls, events } = createProxy({ resolveJob })
    const caller = new AbortController()
    const response = proxy(createRequest({ signal: caller.signal }))
    await vi.waitFor(() => expect(resolveJob).toHaveBeenCalled())
    caller.abort()
    expect(await resultOf(response)).toEqual(ABORTED)
    settle(job)
    await flushEventLoop()
    expect(calls).toEqual([])
    expect(events).toMatchObject([{ outcome: 'aborted', job: null, reference: null, upstream: null }])
  })

  it('gets 499 or the cached response, whichever microtask it disconnects in', async () => {
    const resolveJob = vi.fn(() => JOB_ID)
    const { proxy, calls } = createProxy({ resolveJob })
    await poll(proxy)
    const results = new Set<unknown>()
    for (let microtasks = 0; microtasks < 20; microtasks++) {
      const caller = new AbortController()
      resolveJob.mockImplementationOnce(() => {
        void (async () => {
          for (let i = 0; i < microtasks; i++) await Promise.resolve()
          caller.abort()
        })()
        return JOB_ID
      })
      results.add(JSON.stringify(await poll(proxy, { signal: caller.signal })))
    }
    expect([...results]).toEqual([JSON.stringify(ABORTED), JSON.stringify(OK)])
    expect(calls).toHaveLength(1)
  })

  it('cancels its body, and resolveJob does not run', async () => {
    const cancel = vi.fn()
    const resolveJob = vi.fn(() => JOB_ID)
    const caller = new AbortController()
    const body = new ReadableStream({ cancel })
    const response = createProxy({ resolveJob }).proxy(createBareRequest({ body, signal: caller.signal }))
    caller.abort()
    expect(await resultOf(response)).toEqual(ABORTED)
    expect(cancel).toHaveBeenCalled()
    expect(resolveJob).not.toHaveBeenCalled()
  })

  it('causes no call of resolveJob or the upstream if it disconnected before the request', async () => {
    const resolveJob = vi.fn(() => JOB_ID)
    const { proxy, calls } = createProxy({ resolveJob })
    expect(await poll(proxy, { signal: AbortSignal.abort() })).toEqual(ABORTED)
    expect(resolveJob).not.toHaveBeenCalled()
    expect(calls).toEqual([])
  })

  it('leaves no listener on a signal that outlives the request', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    expect(await resultOf(createProxy().proxy(createBareRequest({ signal })))).toEqual(OK)
    const listeners = (spy: typeof added | typeof removed) => spy.mock.calls.map(([, listener]) => listener)
    expect(added).toHaveBeenCalled()
    await vi.waitFor(() => expect(listeners(removed)).toEqual(expect.arrayContaining(listeners(added))))
  })
})
