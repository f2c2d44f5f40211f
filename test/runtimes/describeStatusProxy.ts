import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findSchemaErrors } from '../openapi.ts'
import { RESPONSE_HEADERS } from '../proxy/createProxy.ts'
import { FORM_PATH, KEY, PUBLIC_ORIGIN, SECRET, STATUS_PATH, type HostSettings } from './createRoutes.ts'
import { sendOverHttp, type HttpRequest } from './sendOverHttp.ts'
import { CANARIES, respondWith, startUpstream } from './startUpstream.ts'

interface Host {
  origin: string
  /** Default: ''. */
  basePath?: string
  stop: () => Promise<unknown>
}

/** Behaviour of a host that the proxy cannot change. */
interface HostQuirks {
  /** Headers that the host adds to every response, besides those of HTTP/1.1. */
  ownHeaders?: readonly string[]
  /** Values that the host adds to `Vary`. */
  ownVary?: readonly string[]
  /** Status of each method that the host responds to itself. */
  ownMethods?: Readonly<Record<string, number>>
  /** `request.url` does not have the name in the `Host` header. */
  ignoresHostHeader?: boolean
  /** `request.signal` does not abort when the caller disconnects. */
  hidesDisconnects?: boolean
}

const HTTP_HEADERS = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']

/** Tests what depends on the runtime: requests and responses over HTTP, streams, timers. test/proxy has the rules. */
export function describeStatusProxy(
  name: string,
  start: (settings: HostSettings) => Promise<Host>,
  { ownHeaders = [], ownVary = [], ownMethods = {}, ignoresHostHeader, hidesDisconnects }: HostQuirks = {},
) {
  describe(`proxy in ${name}`, () => {
    let upstream: Awaited<ReturnType<typeof startUpstream>>
    let host: Host

    beforeAll(async () => {
      upstream = await startUpstream()
      host = await start(upstream.settings)
    })
    afterAll(async () => {
      await host?.stop()
      await upstream.stop()
    })

    /** Sends a request as a page of the host does. No response may contain a secret or a canary. */
    async function send({ headers, ...request }: HttpRequest = {}, path = STATUS_PATH) {
      const requestId = crypto.randomUUID()
      const response = await sendOverHttp(host.origin + (host.basePath ?? '') + path, {
        ...request,
        headers: {
          'Content-Type': 'application/json',
          'Sec-Fetch-Site': 'same-origin',
          Cookie: 'user=asha',
          'X-Request-Id': requestId,
          ...headers,
        },
      })
      const text = await response.text()
      const sent = [...response.headers].join('\n') + text
      for (const canary of [KEY, SECRET, 'itr_job_', ...CANARIES]) expect(sent).not.toContain(canary)
      const isJson = text !== '' && response.headers.get('Content-Type') === 'application/json'
      const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : null
      return { requestId, status: response.status, headers: withoutOwn(response.headers), body }
    }

    /** Sends a poll. A body must match its schema. */
    async function poll({ handle }: { handle: string }, request: HttpRequest = {}) {
      const response = await send({ body: JSON.stringify({ job_id: handle }), ...request })
      const { status, body } = response
      if (body) expect(findSchemaErrors(status === 200 ? 'Status' : 'Error', body)).toEqual([])
      return response
    }

    /** Removes the headers of the host. */
    function withoutOwn(headers: Headers): Record<string, string> {
      const { vary = '', ...rest } = Object.fromEntries(headers)
      const own = [...HTTP_HEADERS, ...ownHeaders]
      const values = vary.split(', ').filter((value) => !ownVary.includes(value))
      return {
        ...Object.fromEntries(Object.entries(rest).filter(([header]) => !own.includes(header))),
        vary: values.join(', '),
      }
    }

    const eventOf = ({ requestId }: { requestId: string }) =>
      eventually(() => {
        const event = upstream.events.find((event) => event.requestId === requestId)
        expect(event).toBeDefined()
        return event!
      })

    const expectError = async (
      response: Awaited<ReturnType<typeof send>>,
      status: number,
      errorCode: string,
    ) => {
      const body = { error_code: errorCode, message: expect.any(String) }
      expect(response).toMatchObject({ status, headers: RESPONSE_HEADERS })
      expect(response.body).toEqual(body)
      expect(await eventOf(response)).toMatchObject({ status, errorCode })
    }

    it('sends the public fields with its headers, and calls the upstream with its keys', async () => {
      const job = upstream.startJob()
      const { status, headers, body } = await poll(job, { headers: { 'X-Api-Key': 'x', Authorization: 'x' } })
      expect(status).toBe(200)
      expect(headers).toEqual(RESPONSE_HEADERS)
      expect(body).toEqual({
        job_id: job.handle,
        status: 'processing',
        current_step: 'download_profile',
        steps_completed: ['create_client'],
        steps_failed: [],
        failure_code: null,
        pan: 'QWERT****Y',
        created_at: '2026-04-07T11:24:14.383Z',
        updated_at: '2026-04-07T11:24:20.262Z',
        completed_at: null,
        reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      })
      const calls = upstream.callsFor(job)
      expect(calls).toMatchObject([
        {
          method: 'POST',
          path: '/api/v1/itr-analyzer/status',
          body: JSON.stringify({ job_id: job.jobId }),
          headers: { 'content-type': 'application/json', 'x-api-key': KEY, 'x-api-secret': SECRET },
        },
      ])
      for (const header of ['cookie', 'authorization', 'x-request-id'])
        expect(calls[0]!.headers).not.toHaveProperty(header)
    })

    it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('rejects %s', async (method) => {
      const { status, headers, body } = await send({ method })
      if (ownMethods[method])
        return expect({ status, body }).toEqual({ status: ownMethods[method], body: null })
      expect(status).toBe(405)
      expect(headers).toEqual({ ...RESPONSE_HEADERS, allow: 'POST' })
      if (method !== 'HEAD') expect(body).toMatchObject({ error_code: 'method_not_allowed' })
    })

    it('rejects a request without a Content-Type', async () => {
      const response = await poll(upstream.startJob(), { headers: { 'Content-Type': null } })
      await expectError(response, 415, 'unsupported_media_type')
    })

    it.each<[string, HttpRequest['headers']]>([
      ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
      ['Sec-Fetch-Site twice', { 'Sec-Fetch-Site': ['same-origin', 'cross-site'] }],
      ['no Sec-Fetch-Site and no Origin', { 'Sec-Fetch-Site': null }],
    ])('rejects %s', async (_, headers) => {
      await expectError(await poll(upstream.startJob(), { headers }), 403, 'forbidden_origin')
    })

    it.each<[string, () => HttpRequest]>([
      ['with a Content-Length', () => ({ body: ' '.repeat(4097) })],
      ['in chunks', () => ({ body: inChunks(Buffer.alloc(4097, 0x20), 1000) })],
      ['without an end', () => ({ body: withoutEnd() })],
      [
        'without an end, with a Content-Length',
        () => ({ body: withoutEnd(), headers: { 'Content-Length': '100000000' } }),
      ],
    ])('rejects a body above 4096 bytes %s', async (_, toRequest) => {
      await expectError(await send(toRequest()), 413, 'body_too_large')
    })

    it('rejects a body that is longer than its Content-Length', async () => {
      const job = upstream.startJob()
      const body = inChunks(Buffer.from(JSON.stringify({ job_id: job.handle }).padEnd(5000)), 5000)
      const { status } = await send({ body, headers: { 'Content-Length': '20' } })
      expect([400, 413]).toContain(status)
      expect(upstream.callsFor(job)).toEqual([])
    })

    it('rejects an empty body', async () => {
      await expectError(await send({ body: '' }), 400, 'invalid_request')
    })

    it('reads a body that arrives in chunks, with characters of several bytes', async () => {
      const { handle } = upstream.startJob()
      const body = inChunks(Buffer.from(JSON.stringify({ note: 'पहचान', job_id: handle })), 7)
      expect(await send({ body })).toMatchObject({ status: 200, body: { job_id: handle } })
    })

    it('accepts its own origin, the one of the Host header, and a listed one', async () => {
      const statusFor = async (headers: HttpRequest['headers']) =>
        (await poll(upstream.startJob(), { headers: { 'Sec-Fetch-Site': null, ...headers } })).status
      const behindTls = (origin: string) => statusFor({ Host: new URL(origin).host, Origin: origin })
      expect(await statusFor({ Origin: host.origin })).toBe(200)
      expect(await behindTls('http://itr.internal:8080')).toBe(ignoresHostHeader ? 403 : 200)
      expect(await behindTls(PUBLIC_ORIGIN)).toBe(200)
      expect(await behindTls('https://unlisted.example.com')).toBe(403)
    })

    it('sends the same 404 for a job of another user and for an unknown job', async () => {
      const job = upstream.startJob()
      const denied = await poll(job, { headers: { Cookie: 'user=ben' } })
      const unknown = await poll({ handle: 'handle-unknown' })
      await expectError(denied, 404, 'not_found')
      await expectError(unknown, 404, 'not_found')
      expect(denied.body).toEqual(unknown.body)
      expect(upstream.callsFor(job)).toEqual([])
    })

    /** Starts a job whose upstream responds when `release` is called. */
    function startSlowJob() {
      const pending: (() => void)[] = []
      const job = upstream.startJob((...call) => pending.push(() => respondWith()(...call)))
      const isCalled = () => eventually(() => expect(pending).toHaveLength(1))
      return { job, isCalled, release: () => pending[0]!() }
    }

    it('makes one upstream call for concurrent requests, and caches its response', async () => {
      const { job, isCalled, release } = startSlowJob()
      const first = poll(job)
      await isCalled()
      const second = poll(job)
      expect(await poll(job, { headers: { Cookie: 'user=ben' } })).toMatchObject({ status: 404 })
      release()
      const { body } = await first
      expect(await second).toMatchObject({ status: 200, body })
      const third = await poll(job)
      expect(third.body).toEqual(body)
      expect(await eventOf(third)).toMatchObject({ outcome: 'answered', upstream: 'cached' })
      expect(upstream.callsFor(job)).toHaveLength(1)
    })

    it('completes the upstream call of a caller that disconnects', async () => {
      const { job, isCalled, release } = startSlowJob()
      const caller = new AbortController()
      const requestId = crypto.randomUUID()
      const aborted = poll(job, { headers: { 'X-Request-Id': requestId }, signal: caller.signal })
      aborted.catch(() => undefined)
      await isCalled()
      const other = poll(job)
      // Nothing reports that the other request has arrived, or that a host has noticed the disconnect.
      await pause(150)
      caller.abort()
      await pause(150)
      if (!hidesDisconnects)
        expect(await eventOf({ requestId })).toMatchObject({ outcome: 'aborted', status: 499 })
      release()
      expect(await other).toMatchObject({ status: 200, body: { job_id: job.handle } })
      expect(await poll(job)).toMatchObject({ status: 200 })
      expect(upstream.callsFor(job)).toHaveLength(1)
    })

    it('passes on the Retry-After of a 429', async () => {
      const job = upstream.startJob((response) => response.writeHead(429, { 'Retry-After': '30' }).end())
      const { status, headers } = await poll(job)
      expect({ status, headers }).toEqual({
        status: 429,
        headers: { ...RESPONSE_HEADERS, 'retry-after': expect.stringMatching(/^(2\d|30)$/) },
      })
    })

    it('does not follow a redirect', async () => {
      const target = `${upstream.settings.baseUrl}/elsewhere`
      const job = upstream.startJob((response) => response.writeHead(302, { Location: target }).end())
      await expectError(await poll(job), 502, 'upstream_invalid')
    })

    it('sends 502 if the upstream closes the connection', async () => {
      const job = upstream.startJob((response) => response.destroy())
      await expectError(await poll(job), 502, 'upstream_unavailable')
    })

    it.each<[string, Parameters<typeof upstream.startJob>[0]]>([
      ['no response', () => undefined],
      ['a body without an end', (response) => void response.writeHead(200).write('{')],
    ])('sends 504 after %s of the upstream', async (_, respond) => {
      await expectError(await poll(upstream.startJob(respond)), 504, 'upstream_timeout')
    })

    it('serves getJob to a route of the host', async () => {
      const apply = ({ handle }: { handle: string }, user = 'asha') =>
        send(
          { body: JSON.stringify({ itrVerification: handle }), headers: { Cookie: `user=${user}` } },
          FORM_PATH,
        )
      const job = upstream.startJob(respondWith({ status: 'completed' }))
      expect((await poll(job)).body).toMatchObject({ status: 'completed' })
      expect((await apply(job)).body).toEqual({ accepted: true })
      expect((await apply(job, 'ben')).body).toEqual({ accepted: false })
      expect(upstream.callsFor(job)).toHaveLength(1)
      expect((await apply(upstream.startJob((response) => response.destroy()))).status).toBe(503)
    })

    it('calls onEvent once for each request, without an id or a secret', async () => {
      const job = upstream.startJob()
      for (const cookie of ['user=asha', 'user=ben']) {
        const response = await poll(job, { headers: { Cookie: cookie } })
        const { body } = response
        expect(await eventOf(response)).toMatchObject({
          type: 'itr-status',
          reference: body?.reference ?? null,
        })
      }
      // The requests of the tests above had enough time for a second event.
      const ids = upstream.events.map(({ requestId }) => requestId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(JSON.stringify(upstream.events)).not.toMatch(/"handle-|itr_job_|canary:|QWERT|key-5b1c9e/)
    })
  })
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* withoutEnd() {
  yield new Uint8Array(5000).fill(0x20)
  await new Promise(() => undefined)
}

/** Waits longer than the default: the machine may be busy. */
const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 5000, interval: 10 })

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
