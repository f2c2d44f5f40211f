import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ask, createProxy, flat, HANDLE, JOB_ID } from './asking.ts'

const documented = [200, 400, 403, 404, 405, 413, 415, 429, 499, 502, 504]
const refusedByUs = [400, 403, 405, 413, 415]

const headerText = fc.string({ unit: fc.constantFrom(...'abz09-/;,= "*'), maxLength: 30 })
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)

const request = fc.record({
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constant('POST') },
    oneOf('GET', 'PUT', 'post', 'TRACE', '', '☂'),
  ),
  type: fc.oneof(
    { weight: 8, arbitrary: oneOf('application/json', 'Application/Json; charset=x') },
    headerText,
    fc.constant(null),
  ),
  site: fc.oneof(
    { weight: 4, arbitrary: fc.constant('same-origin') },
    oneOf('none', 'cross-site', null),
    headerText,
  ),
  origin: fc.oneof(oneOf('https://app.example.com', 'null', null), headerText),
  body: fc.oneof(
    {
      weight: 4,
      arbitrary: oneOf(JSON.stringify({ job_id: HANDLE }), JSON.stringify({ job_id: 'of somebody else' })),
    },
    fc.json(),
    fc.string({ maxLength: 6000 }),
    fc
      .record({ job_id: fc.anything() })
      .map((value) => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? 0 : v))),
  ),
  cuts: fc.array(fc.nat({ max: 5000 }), { maxLength: 5 }),
  breaksOff: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true)),
})

type Hostile = typeof request extends fc.Arbitrary<infer T> ? T : never

/** Built by hand: `Request` itself refuses much of what a server may be given. */
function toRequest({ method, type, site, origin, body, cuts, breaksOff }: Hostile): Request {
  const headers = new Headers()
  if (type !== null) headers.set('Content-Type', type)
  if (site !== null) headers.set('Sec-Fetch-Site', site)
  if (origin !== null) headers.set('Origin', origin)
  const bytes = new TextEncoder().encode(body)
  const bounds = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b)
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [i, start] of bounds.entries())
        controller.enqueue(bytes.slice(start, bounds[i + 1] ?? bytes.length))
      if (breaksOff) controller.error(new Error('gone'))
      else controller.close()
    },
  })
  return { method, headers, url: ask().url, body: stream, signal: new AbortController().signal } as Request
}

it('whatever a caller sends has a documented answer, and a 200 only after a yes', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (hostile) => {
      let saidYes = false
      const { proxy, calls, events } = createProxy({
        resolveJob: (handle) => {
          saidYes = handle === HANDLE
          return saidYes ? JOB_ID : null
        },
      })
      const response = await proxy(toRequest(hostile))
      expect(documented).toContain(response.status)
      expect(response.status === 200).toBe(saidYes)
      expect(calls).toHaveLength(saidYes ? 1 : 0)
      if (response.status !== 200) expect([...refusedByUs, 404]).toContain(response.status)
      expect(events.map((event) => event.status)).toEqual([response.status])
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      expect(await response.json()).toBeTypeOf('object')
    }),
    { numRuns: 500 },
  )
})

const upstreamBody = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record({ success: fc.boolean(), message: fc.string(), data: fc.jsonValue() })
    .map((body) => JSON.stringify(body)),
  fc
    .record(
      {
        status: oneOf<unknown>('initiated', 'processing', 'completed', 'failed', 'queued', 7),
        pan: oneOf('ABCDE1234F', 'abcde1234f', 'x', null),
        current_step: fc.jsonValue(),
        steps_completed: fc.jsonValue(),
        steps_failed: fc.array(fc.string()),
        error_message: fc.string(),
        updated_at: fc.jsonValue(),
        pdf_report_url: fc.webUrl(),
        data: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((fields) => JSON.stringify(flat(fields))),
)

it('whatever the upstream answers has a documented answer of the same few fields', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 599 })),
      upstreamBody,
      async (status, body) => {
        const hasBody = ![204, 205, 304].includes(status)
        const { proxy, events } = createProxy({
          upstream: () => new Response(hasBody ? body : null, { status }),
        })
        const response = await proxy(ask())
        const answer = (await response.json()) as Record<string, unknown>
        expect([200, 404, 429, 502]).toContain(response.status)
        if (response.status === 200) {
          expect(status).toBeLessThan(300)
          expect(Object.keys(answer)).toEqual([
            'job_id',
            'status',
            'current_step',
            'steps_completed',
            'steps_failed',
            'failure_code',
            'pan',
            'created_at',
            'updated_at',
            'completed_at',
            'reference',
          ])
          expect(answer.job_id).toBe(HANDLE)
          expect(JSON.stringify(answer)).not.toMatch(/[A-Z]{5}\d{4}[A-Z]/i)
        } else {
          expect(Object.keys(answer)).toEqual(['error_code', 'message'])
        }
        expect(events.map((event) => event.upstream)).toEqual(['called'])
      },
    ),
    { numRuns: 500 },
  )
})
