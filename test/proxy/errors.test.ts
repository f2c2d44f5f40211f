import { describe, expect, it } from 'vitest'
import type { ItrProxyErrorCode, ItrProxyEvent } from '../../src/proxy/index.ts'
import {
  createProxy,
  createRequest,
  flatJob,
  HANDLE,
  type ProxyInit,
  readResponse,
  type RequestOptions,
  RESPONSE_HEADERS,
  UPSTREAM_HEADERS,
} from './createProxy.ts'

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

    const known = {
      job: expect.stringMatching(/^[0-9a-f]{32}$/),
      reference: expect.any(String),
      upstream: 'called',
    }
    const unknown = { job: null, reference: null, upstream: null }
    const event = { outcome, status, errorCode: code, ...(calls.length > 0 ? known : unknown) }
    expect(events).toEqual([expect.objectContaining(event)])
    expect(JSON.stringify(events)).not.toContain(HANDLE)
  })
})
