import { describe, expect, it, vi } from 'vitest'
import type { ItrProxyErrorCode, ItrProxyEvent } from '../../src/proxy/index.ts'
import {
  createProxy,
  createRequest,
  failOnLogsAndRejections,
  flatJob,
  HANDLE,
  JOB_ID,
  OK,
  poll,
  type ProxyInit,
  readResponse,
  type RequestOptions,
  RESPONSE_HEADERS,
  START,
  throwError,
  UPSTREAM_HEADERS,
  useFakeClock,
} from './createProxy.ts'

failOnLogsAndRejections()
const advance = useFakeClock()

/** An upstream that refuses with this status. */
const refusing = (status: number): ProxyInit => ({
  upstream: () => Response.json(flatJob({ success: false }), { status, headers: UPSTREAM_HEADERS }),
})

describe('error response', () => {
  it.each<[ItrProxyErrorCode, number, ItrProxyEvent['outcome'], RequestOptions, ProxyInit]>([
    ['method_not_allowed', 405, 'refused', { method: 'PUT' }, {}],
    ['unsupported_media_type', 415, 'refused', { headers: { 'Content-Type': 'text/plain' } }, {}],
    ['forbidden_origin', 403, 'refused', { headers: { 'Sec-Fetch-Site': 'none' } }, {}],
    ['body_too_large', 413, 'refused', { body: ' '.repeat(4097) }, {}],
    ['invalid_request', 400, 'refused', { body: '[]' }, {}],
    ['not_found', 404, 'denied', { body: { job_id: 'other' } }, {}],
    ['not_found', 404, 'denied', {}, refusing(410)],
    ['rate_limited', 429, 'failed', {}, refusing(429)],
    ['upstream_unavailable', 502, 'failed', {}, refusing(500)],
    ['upstream_refused', 502, 'failed', {}, refusing(401)],
    ['upstream_invalid', 502, 'failed', {}, refusing(302)],
    ['upstream_timeout', 504, 'failed', {}, { upstream: () => new Promise(() => {}), upstreamTimeout: 5 }],
    ['aborted', 499, 'aborted', { signal: AbortSignal.abort() }, {}],
  ])('%s has the status %i and the outcome %s', async (code, status, outcome, init, options) => {
    const { proxy, calls, events } = createProxy(options)
    const message = new RegExp(`^[A-Z].{10,}\\. See itr-progress/docs/errors\\.md#${code}$`)
    expect(await readResponse(await proxy(createRequest(init)))).toEqual({
      status,
      headers: { ...RESPONSE_HEADERS, ...(status === 405 && { allow: 'POST' }) },
      body: { error_code: code, message: expect.stringMatching(message) },
    })

    const isJobKnown = calls.length > 0
    const id = isJobKnown ? expect.any(String) : null
    const upstream = isJobKnown ? 'called' : null
    expect(events).toMatchObject([{ outcome, status, errorCode: code, upstream, job: id, reference: id }])
    expect(JSON.stringify(events)).not.toContain(HANDLE)
  })
})

describe('onEvent', () => {
  it('gets the whole event and the request itself', async () => {
    const onEvent = vi.fn()
    const upstream = () => {
      advance(250)
      return Response.json(flatJob())
    }
    const request = createRequest()
    const { body } = await readResponse(await createProxy({ onEvent, upstream }).proxy(request))
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JOB_ID))
    expect(onEvent.mock.calls).toEqual([
      [
        {
          type: 'itr-status',
          at: new Date(START + 250).toISOString(),
          outcome: 'answered',
          status: 200,
          errorCode: null,
          job: Buffer.from(hash).toString('hex').slice(0, 32),
          handle: null,
          reference: body.reference,
          upstream: 'called',
          durationMs: 250,
        },
        request,
      ],
    ])
    expect(onEvent.mock.calls[0]![1]).toBe(request)
  })

  it('gets no negative duration after the clock was set back', async () => {
    const { proxy, events } = createProxy({ upstream: () => (advance(-5000), Response.json(flatJob())) })
    await proxy(createRequest())
    expect(events).toMatchObject([{ durationMs: 0 }])
  })

  it.each<[string, () => unknown]>([
    ['throws', throwError],
    ['rejects', () => Promise.reject(new Error('log is away'))],
    ['never ends', () => new Promise(() => {})],
  ])('does not change or delay a response if it %s', async (_, onEvent) => {
    const { proxy } = createProxy({ onEvent })
    expect(await poll(proxy)).toEqual(OK)
    expect((await proxy(createRequest({ method: 'PUT' }))).status).toBe(405)
  })

  it('is optional', async () => {
    expect(await poll(createProxy({ onEvent: undefined }).proxy)).toEqual(OK)
  })

  it.each([
    ['answered', HANDLE, {}, 200],
    ['denied', 'another handle', {}, 404],
    ['denied', '', {}, 404],
    ['failed', HANDLE, { upstream: () => new Response(null, { status: 500 }) }, 502],
  ])('runs once for a call of getJob that is %s', async (outcome, handle, options, status) => {
    const { proxy, events } = createProxy(options)
    await proxy.getJob(handle, createRequest()).catch(() => null)
    expect(events).toMatchObject([{ type: 'itr-job', outcome, status }])
  })

  it('has a digest of the handle, not the handle, on a denial only', async () => {
    const { proxy, events } = createProxy()
    await poll(proxy)
    await poll(proxy, { body: { job_id: 'a stranger’s' } })
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('a stranger’s'))
    const digest = Buffer.from(hash).toString('hex').slice(0, 32)
    expect(events.map(({ handle }) => handle)).toEqual([null, digest])
  })
})
