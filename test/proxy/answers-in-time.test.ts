import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, createProxy, createProxyBefore, deferred, errorCodeOf, flat, SECRET } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

describe('a real upstream that', () => {
  const timed = async (listener: Parameters<typeof startUpstream>[0]) => {
    let isClosed = false
    const { baseUrl } = await startUpstream((request, response) => {
      response.on('close', () => (isClosed = true))
      return listener(request, response)
    })
    const proxy = createProxyBefore(baseUrl, { upstreamTimeout: 400 })
    const response = await proxy(ask())
    await expect.poll(() => isClosed, { timeout: 5000 }).toBe(true)
    return [response.status, await errorCodeOf(response)]
  }

  it('never answers is a 504, and its connection is closed', async () => {
    expect(await timed(() => {})).toEqual([504, 'upstream_timeout'])
  })

  it.each([200, 404])('hangs after the headers of a %i is a 504', async (status) => {
    expect(await timed((_, response) => response.writeHead(status).flushHeaders())).toEqual([
      504,
      'upstream_timeout',
    ])
  })

  it('drips its body is a 504', async () => {
    const answer = await timed((_, response) => {
      const drip = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drip))
    })
    expect(answer).toEqual([504, 'upstream_timeout'])
  })
})

describe('time is up', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
  afterEach(() => void vi.useRealTimers())

  /** The hash of the job id is real work, so the timer starts a little later. */
  async function timerStarted() {
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
  }

  async function statusAfter(ms: number, response: Promise<Response>) {
    let status: number | 'waiting' = 'waiting'
    void response.then((value) => (status = value.status))
    await vi.advanceTimersByTimeAsync(ms)
    return status
  }

  it('after 10 s by default', async () => {
    const { proxy } = createProxy({ upstream: () => new Promise(() => {}) })
    const response = proxy(ask())
    await timerStarted()
    expect(await statusAfter(9999, response)).toBe('waiting')
    expect(await statusAfter(1, response)).toBe(504)
  })

  it('for an upstream that ignores its signal, whose late answer is thrown away', async () => {
    const late = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => late.promise, upstreamTimeout: 100 })
    const response = proxy(ask())
    await timerStarted()
    expect(calls[0]?.signal.aborted).toBe(false)
    expect(await statusAfter(100, response)).toBe(504)
    expect(calls[0]?.signal.aborted).toBe(true)

    let isCancelled = false
    late.resolve(new Response(new ReadableStream({ cancel: () => void (isCancelled = true) })))
    await vi.advanceTimersByTimeAsync(0)
    expect(isCancelled).toBe(true)
  })

  it('for a body that ignores the signal, which is cancelled', async () => {
    let isCancelled = false
    const body = new ReadableStream({ cancel: () => void (isCancelled = true) })
    const { proxy } = createProxy({ upstream: () => new Response(body), upstreamTimeout: 100 })
    const response = proxy(ask())
    await timerStarted()
    expect(await statusAfter(100, response)).toBe(504)
    expect(isCancelled).toBe(true)
  })

  it('for an upstream that answers the abort with an error of its own', async () => {
    const { proxy } = createProxy({
      upstreamTimeout: 100,
      upstream: (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    })
    const response = proxy(ask())
    await timerStarted()
    expect(await statusAfter(100, response)).toBe(504)
  })

  it('for a key that does not come: nobody is asked then, not even later', async () => {
    const key = deferred<string>()
    const { proxy, calls } = createProxy({ apiSecret: () => key.promise, upstreamTimeout: 100 })
    const response = proxy(ask())
    await timerStarted()
    expect(await statusAfter(100, response)).toBe(504)
    key.resolve(SECRET)
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls).toEqual([])
  })

  it('and no timer is left behind by an answer in time', async () => {
    const { proxy, calls } = createProxy({ upstream: () => Response.json(flat()) })
    expect((await proxy(ask())).status).toBe(200)
    expect(vi.getTimerCount()).toBe(0)
    expect(calls[0]?.signal.aborted).toBe(false)
  })
})
