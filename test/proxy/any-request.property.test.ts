import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createBareRequest,
  createLockedBody,
  createProxy,
  failOnLogsAndRejections,
  HANDLE,
  JOB_ID,
  ORIGIN,
  readResponse,
  streamOf,
  throwError,
  THROWS,
} from './createProxy.ts'

failOnLogsAndRejections()

const STATUSES = [200, 400, 403, 404, 405, 413, 415, 499]

const encode = (text: string) => new TextEncoder().encode(text)
const VALID_BODY = JSON.stringify({ job_id: HANDLE })
const validHeaders = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }

/** Mostly `value`, sometimes one of the others. */
const mostly = <T>(value: T, ...others: (T | fc.Arbitrary<T>)[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(value) },
    ...others.map((other) => (other instanceof fc.Arbitrary ? other : fc.constant(other))),
  )

const breaksWith = (reason: unknown) => () =>
  new ReadableStream({ pull: (controller) => controller.error(reason) })

/** Body and signal are made anew for each request: a stream can be read once. */
const oddParts = fc.record({
  method: mostly<unknown>('POST', 'post', 'TRACE', '', 'POST ', '☂', 7, null, undefined, ['POST'], THROWS),
  url: mostly<unknown>(`${ORIGIN}/api`, '', '/api/itr/status', 'http://[', 7, null, undefined, THROWS),
  headers: mostly<unknown>(
    new Headers(validHeaders),
    new Map(Object.entries(validHeaders)),
    validHeaders,
    { get: () => undefined },
    { get: () => 7 },
    { get: () => ['application/json'] },
    { get: throwError },
    null,
    THROWS,
  ),
  body: mostly<() => unknown>(
    () => streamOf(encode(VALID_BODY)),
    ...[
      [VALID_BODY],
      [7, null],
      [encode(VALID_BODY).buffer],
      [new Uint8Array(0), encode(VALID_BODY), new Uint8Array(0)],
      [],
    ].map((chunks) => () => streamOf(...chunks)),
    ...[VALID_BODY, Buffer.from(VALID_BODY), { getReader: 7 }, null, undefined, THROWS].map(
      (body) => () => body,
    ),
    createLockedBody,
    ...[new Error('canary'), undefined, null, 'canary'].map(breaksWith),
    fc
      .oneof(
        fc.json(),
        fc.string({ maxLength: 6000 }),
        fc.record({ job_id: fc.jsonValue() }).map((value) => JSON.stringify(value)),
      )
      .map((text) => () => streamOf(encode(text))),
    // Any bytes, cut anywhere.
    fc
      .array(fc.oneof(fc.uint8Array({ maxLength: 2000 }), fc.constant(encode(VALID_BODY))), { maxLength: 4 })
      .map((chunks) => () => streamOf(...chunks)),
  ),
  signal: mostly<() => unknown>(
    () => new AbortController().signal,
    () => AbortSignal.timeout(0),
    ...[undefined, null, 'canary'].map((reason) => () => AbortSignal.abort(reason)),
    ...[{}, { aborted: true }, { aborted: false, addEventListener() {} }, 7, null, undefined, THROWS].map(
      (signal) => () => signal,
    ),
  ),
})

describe('itrStatusProxy with any request', () => {
  it('sends one documented response and one event, and a status only if resolveJob allows it', async () => {
    await fc.assert(
      fc.asyncProperty(oddParts, async ({ body, signal, ...parts }) => {
        let isAllowed = false
        const { proxy, calls, events } = createProxy({
          resolveJob: (handle) => {
            isAllowed = handle === HANDLE
            return isAllowed ? JOB_ID : null
          },
        })
        const request = createBareRequest({ ...parts, body: body(), signal: signal() })
        const response = await readResponse(await proxy(request))
        expect(STATUSES).toContain(response.status)
        if (response.status === 200) expect(isAllowed).toBe(true)
        if (!isAllowed) expect(calls).toEqual([])
        expect(events.map((event) => event.status)).toEqual([response.status])
        expect(response.headers).toHaveProperty('cache-control', 'no-store')
        expect(JSON.stringify(response)).not.toContain('canary')
      }),
    )
  })
})
