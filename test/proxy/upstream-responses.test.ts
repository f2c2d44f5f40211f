import { describe, expect, it, vi } from 'vitest'
import {
  createProxy,
  createProxyTo,
  flatJob,
  INVALID,
  JOB_ID,
  OK,
  poll,
  REFUSED,
  UNAVAILABLE,
} from './createProxy.ts'
import { startUpstream } from './startUpstream.ts'

const refusal = { success: false, message: 'canary', error_code: 'CANARY' }
const NOT_FOUND = [404, 'not_found']
const RATE_LIMITED = [429, 'rate_limited']

/** The proxy's result for the response of a real server. */
async function resultFor(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { baseUrl } = await startUpstream((_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body)),
  )
  return poll(createProxyTo(baseUrl))
}

describe('upstream response', () => {
  it.each<[number, unknown, unknown[]]>([
    [500, 'x', UNAVAILABLE],
    [502, refusal, UNAVAILABLE],
    [503, flatJob(), UNAVAILABLE],
    [599, {}, UNAVAILABLE],
    [429, refusal, RATE_LIMITED],
    [404, refusal, NOT_FOUND],
    [410, refusal, NOT_FOUND],
    [404, '<h1>Not Found</h1>', INVALID],
    [404, { success: true }, INVALID],
    [401, refusal, REFUSED],
    [401, '', REFUSED],
    [403, '<h1>Forbidden</h1>', REFUSED],
    [200, refusal, REFUSED],
    [299, refusal, REFUSED],
    [400, refusal, REFUSED],
    [408, refusal, REFUSED],
    [499, refusal, REFUSED],
    // fetch rejects.
    [407, flatJob(), INVALID],
    [400, flatJob(), INVALID],
    [499, flatJob(), INVALID],
    [204, '', INVALID],
    [205, '', INVALID],
    [300, flatJob(), INVALID],
    [304, '', INVALID],
    [399, flatJob(), INVALID],
    [600, flatJob(), INVALID],
    [999, flatJob(), INVALID],
    [203, flatJob(), OK],
    [206, flatJob(), OK],
    [299, flatJob(), OK],
    [200, '', INVALID],
    [200, '<html>', INVALID],
    [200, null, INVALID],
    [200, { success: true }, INVALID],
    [200, { job_id: JOB_ID }, INVALID],
    [200, { status: 'completed' }, INVALID],
    [200, flatJob({ status: 7 }), INVALID],
    [200, flatJob({ job_id: 'itr_of_somebody_else' }), INVALID],
    [200, { success: true, data: flatJob({ job_id: 'itr_of_somebody_else' }) }, INVALID],
    [200, flatJob({ job_id: JOB_ID.toUpperCase() }), INVALID],
  ])('%i with the body %j is reported as %j', async (status, body, result) => {
    expect(await resultFor(status, body)).toEqual(result)
  })

  it.each(['text/html', 'application/json; charset=utf-16', ''])(
    'is read whatever its Content-Type: "%s"',
    async (type) => {
      expect(await resultFor(200, flatJob(), { 'Content-Type': type })).toEqual(OK)
    },
  )

  it.each([301, 302, 303, 307, 308])('a %i is not followed', async (status) => {
    const target = await startUpstream((_, response) => response.end(JSON.stringify(flatJob())))
    expect(await resultFor(status, flatJob(), { Location: target.baseUrl })).toEqual(INVALID)
    expect(target.received).toEqual([])
  })

  it.each([
    [200, flatJob()],
    [302, refusal],
    [404, refusal],
    [410, refusal],
  ])('a %i that a custom upstream was redirected to is invalid', async (status, body) => {
    const upstream = () =>
      Object.defineProperty(Response.json(body, { status }), 'redirected', { value: true })
    expect(await poll(createProxy({ upstream }).proxy)).toEqual(INVALID)
  })

  it.each([0, 99, 100, 199, 600, 999, NaN, undefined])(
    'the status %s of a custom upstream is invalid',
    async (status) => {
      for (const payload of [flatJob(), refusal]) {
        const { headers, body } = Response.json(payload)
        const upstream = () => ({ status, headers, body }) as Response
        expect(await poll(createProxy({ upstream }).proxy)).toEqual(INVALID)
      }
    },
  )

  it('is read up to 256 KB', async () => {
    const padded = (size: number) => JSON.stringify(flatJob()).padEnd(size)
    expect(await resultFor(200, padded(262_144))).toEqual(OK)
    expect(await resultFor(200, padded(262_145))).toEqual(INVALID)
  })

  it('a failure ends the call, even if its body cannot be cancelled', async () => {
    const body = new ReadableStream({
      cancel() {
        throw new Error('no')
      },
    })
    const { proxy, calls } = createProxy({ upstream: () => new Response(body, { status: 503 }) })
    expect(await poll(proxy)).toEqual(UNAVAILABLE)
    expect(calls[0]?.signal.aborted).toBe(true)
  })

  it('a kept-alive connection that the upstream closes is upstream_unavailable, once', async () => {
    const used = new WeakSet<object>()
    const { baseUrl } = await startUpstream(({ socket }, response) => {
      if (used.has(socket)) return void socket.destroy()
      used.add(socket)
      response.end(JSON.stringify(flatJob()))
    })
    const proxy = createProxyTo(baseUrl, { minUpstreamInterval: 0 })
    // A connection is reused only after a moment, so poll until it is.
    await vi.waitFor(async () => expect(await poll(proxy)).toEqual(UNAVAILABLE))
    expect(await poll(proxy)).toEqual(OK)
  })
})
