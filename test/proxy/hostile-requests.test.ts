import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createBareRequest,
  createLockedBody,
  createProxy,
  createRequest,
  failOnLogsAndRejections,
  flatJob,
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

describe('itrStatusProxy', () => {
  it('sends one documented response and one event for any parts, and a status only if resolveJob allows it', async () => {
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
      { numRuns: 1000 },
    )
  })

  it('checks method, type and origin in this order and nothing else', async () => {
    const allowedOrigins = ['https://shop.example.org']
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant(null))
    const near = (value: string) =>
      fc
        .tuple(
          fc.nat({ max: value.length }),
          fc.constantFrom('', ' ', ',', ';', '\t', '\0', '/', '"', 'x', '\u017f'),
        )
        .map(([at, put]) => value.slice(0, at) + put + value.slice(at))
    const parts = fc.record({
      method: fc.oneof(fc.constant('POST'), fc.constantFrom('post', 'GET', 'POST\0'), near('POST')),
      type: fc.oneof(near('application/json'), near('Application/JSON; charset=utf-8'), text),
      site: fc.oneof(fc.constant('same-origin'), fc.constant(null), near('same-origin'), text),
      origin: fc.oneof(near(ORIGIN), near(allowedOrigins[0]!), text, fc.constantFrom('null', 'null, null')),
    })
    await fc.assert(
      fc.asyncProperty(parts, async ({ method, type, site, origin }) => {
        const given: Record<string, string | null> = { 'content-type': type, 'sec-fetch-site': site, origin }
        const headers = { get: (name: string) => given[name.toLowerCase()] ?? null }
        const isJson = type !== null && /^\s*application\/json\s*(;|$)/i.test(type)
        const isOwn = site === 'same-origin' || (site === null && origin === ORIGIN)
        const isTrusted = isOwn || (origin !== null && allowedOrigins.includes(origin))
        const expected = method !== 'POST' ? 405 : !isJson ? 415 : !isTrusted ? 403 : 200
        const { proxy } = createProxy({ allowedOrigins })
        expect((await proxy(createBareRequest({ method, headers }))).status).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('passes any handle to resolveJob and back unchanged, and nowhere else', async () => {
    // Of code units, so that there are halves of surrogate pairs.
    const handle = fc
      .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff })), {
        maxLength: 1500,
      })
      .map((units) => String.fromCharCode(...units))
    const odd = fc.constantFrom('__proto__', 'constructor', 'x'.repeat(4082))
    const messages = new Map<unknown, unknown>()
    await fc.assert(
      fc.asyncProperty(fc.oneof(handle, odd), fc.boolean(), async (sent, isAllowed) => {
        const body = encode(JSON.stringify({ job_id: sent }))
        const handles: string[] = []
        const { proxy, calls, events } = createProxy({
          resolveJob: (given) => {
            handles.push(given)
            return isAllowed ? JOB_ID : null
          },
        })
        const response = await readResponse(await proxy(createBareRequest({ body: streamOf(body) })))
        const isValid = body.length <= 4096 && sent !== ''
        expect(response.status).toBe(isValid ? (isAllowed ? 200 : 404) : body.length > 4096 ? 413 : 400)
        expect(handles).toEqual(isValid ? [sent] : [])
        expect(response.body.job_id).toBe(response.status === 200 ? sent : undefined)
        if (sent.length > 8)
          expect(JSON.stringify([calls, events])).not.toContain(JSON.stringify(sent).slice(1, -1))
        // One message per error code: it cannot repeat the handle.
        const { error_code, message } = response.body
        expect(message).toBe(messages.get(error_code) ?? message)
        messages.set(error_code, message)
      }),
      { numRuns: 400 },
    )
    expect(messages.size).toBeGreaterThan(2)
  })

  it('keeps the responses of the newest 10,000 jobs', async () => {
    const { proxy, calls } = createProxy({
      minUpstreamInterval: 3_600_000,
      resolveJob: (handle) => handle,
      upstream: (jobId) => Response.json(flatJob({ job_id: jobId })),
    })
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
