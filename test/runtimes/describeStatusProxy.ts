import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FORM_PATH, KEY, PUBLIC_ORIGIN, SECRET, STATUS_PATH } from './createRoutes.ts'
import { answerWith, CANARIES, startAnalyzer } from './startAnalyzer.ts'
import type { Question, RunningHost, StatusHost } from './StatusHost.ts'

const protective = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  vary: 'Sec-Fetch-Site, Origin',
  'x-content-type-options': 'nosniff',
}

/** What the proxy is to every host that it runs in, over real HTTP wherever the host speaks it. */
export function describeStatusProxy({ name, start, differences }: StatusHost) {
  describe(`the proxy in ${name}`, () => {
    let analyzer: Awaited<ReturnType<typeof startAnalyzer>>
    let host: RunningHost

    beforeAll(async () => {
      analyzer = await startAnalyzer()
      host = await start(analyzer.settings)
    })
    afterAll(async () => {
      await host?.stop()
      await analyzer.stop()
    })

    let asked = 0
    /** Asks as the host's own page would; each answer is looked through for what must never come out. */
    async function ask({ headers, ...question }: Question = {}, path = STATUS_PATH) {
      const requestId = `request-${++asked}`
      const response = await host.ask(path, {
        ...question,
        headers: {
          'Content-Type': 'application/json',
          'Sec-Fetch-Site': 'same-origin',
          Cookie: 'user=asha',
          'X-Request-Id': requestId,
          ...headers,
        },
      })
      const text = await response.text()
      const all = [...response.headers].join('\n') + text
      for (const canary of [KEY, SECRET, 'itr_job_', ...Object.values(CANARIES)])
        expect(all).not.toContain(canary)
      return {
        requestId,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: isJson(response) && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : null,
      }
    }

    const askFor = ({ handle }: { handle: string }, question: Question = {}) =>
      ask({ body: JSON.stringify({ job_id: handle }), ...question })

    const askOnlyWith = (headers: Record<string, string | null>) =>
      askFor(analyzer.begin(), { headers: { 'Sec-Fetch-Site': null, ...headers } })

    /** The line of the audit trail that a request has left. */
    const eventOf = ({ requestId }: { requestId: string }) =>
      eventually(() => {
        const [event] = analyzer.events.filter((event) => event.requestId === requestId)
        expect(event).toBeDefined()
        return event!
      })

    /** The headers of an answer without what the host itself puts on every one. */
    function headersOf({ headers: { vary = '', ...headers } }: { headers: Record<string, string> }) {
      const ours = Object.entries(headers).filter(([name]) => !differences.ownHeaders.includes(name))
      const varying = vary.split(', ').filter((name) => !differences.ownVary.includes(name))
      return { ...Object.fromEntries(ours), vary: varying.join(', ') }
    }

    describe('answers its own page', () => {
      it('with the public fields and the protective headers, and nothing else', async () => {
        const job = analyzer.begin()
        const answer = await askFor(job)
        expect(answer.status).toBe(200)
        expect(answer.body).toEqual({
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
        expect(headersOf(answer)).toEqual(protective)
      })

      it('and asks the upstream with its keys and nothing of the caller', async () => {
        const job = analyzer.begin()
        await askFor(job, { headers: { 'X-Api-Key': 'of the caller', Authorization: 'Bearer x' } })
        const [call, ...more] = analyzer.callsFor(job)
        expect(more).toEqual([])
        expect(call).toMatchObject({
          method: 'POST',
          path: '/api/v1/itr-analyzer/status',
          body: JSON.stringify({ job_id: job.jobId }),
          headers: { 'content-type': 'application/json', 'x-api-key': KEY, 'x-api-secret': SECRET },
        })
        for (const header of ['cookie', 'authorization', 'x-request-id']) {
          expect(call?.headers).not.toHaveProperty(header)
        }
      })

      it('whatever letters its body has, sent in pieces and without a length', async () => {
        const { handle } = analyzer.begin()
        const body = Buffer.from(JSON.stringify({ note: 'पहचान', job_id: handle }))
        const answer = await ask({ body: inPieces(body, 7) })
        expect(answer).toMatchObject({ status: 200, body: { job_id: handle } })
      })
    })

    describe('answers only POST', () => {
      const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

      it.each(methods.filter((method) => !(method in differences.ownMethods)))(
        '%s is a 405',
        async (method) => {
          const answer = await ask({ method })
          expect(answer.status).toBe(405)
          expect(headersOf(answer)).toEqual({ ...protective, allow: 'POST' })
          if (method === 'HEAD') return
          expect(answer.body).toEqual({ error_code: 'method_not_allowed', message: expect.any(String) })
        },
      )

      const own = Object.entries(differences.ownMethods).filter(([, status]) => status !== null)
      it.each(own)('%s gets a %i of the host itself', async (method, status) => {
        expect(await ask({ method })).toMatchObject({ status, body: null })
      })
    })

    describe('refuses', () => {
      const expectRefusal = async (answer: Awaited<ReturnType<typeof ask>>, status: number, code: string) => {
        expect(answer).toMatchObject({ status, body: { error_code: code, message: expect.any(String) } })
        expect(Object.keys(answer.body!)).toEqual(['error_code', 'message'])
        expect(headersOf(answer)).toEqual(protective)
        expect(await eventOf(answer)).toMatchObject({ status, errorCode: code, job: null, upstream: null })
      }

      it.each(['text/plain', 'application/x-www-form-urlencoded', null])(
        '%s, which is not JSON',
        async (type) => {
          const job = analyzer.begin()
          const answer = await askFor(job, { headers: { 'Content-Type': type } })
          await expectRefusal(answer, 415, 'unsupported_media_type')
          expect(analyzer.callsFor(job)).toEqual([])
        },
      )

      it.each([
        ['another site’s page', { 'Sec-Fetch-Site': 'cross-site' }],
        ['another subdomain’s page', { 'Sec-Fetch-Site': 'same-site' }],
        ['a header that is sent twice', { 'Sec-Fetch-Site': ['same-origin', 'cross-site'] }],
        ['an old browser’s page of elsewhere', { 'Sec-Fetch-Site': null, Origin: 'https://evil.example' }],
        ['a sandboxed page', { 'Sec-Fetch-Site': null, Origin: 'null' }],
        ['a caller that says nothing of itself', { 'Sec-Fetch-Site': null }],
      ])('%s', async (_, headers: NonNullable<Question['headers']>) => {
        const job = analyzer.begin()
        await expectRefusal(await askFor(job, { headers }), 403, 'forbidden_origin')
        expect(analyzer.callsFor(job)).toEqual([])
      })

      it('a body above 4096 bytes, with its length told or in chunks', async () => {
        const { handle } = analyzer.begin()
        const bodyOf = (size: number) => JSON.stringify({ job_id: handle }).padEnd(size)
        await expectRefusal(await ask({ body: bodyOf(4097) }), 413, 'body_too_large')
        await expectRefusal(
          await ask({ body: inPieces(Buffer.from(bodyOf(4097)), 1000) }),
          413,
          'body_too_large',
        )
        expect(await ask({ body: bodyOf(4096) })).toMatchObject({ status: 200 })
      })

      it('a body that goes on and on, as soon as it is too large', async () => {
        await expectRefusal(await ask({ body: withoutEnd() }), 413, 'body_too_large')
        const headers = { 'Content-Length': '100000000' }
        await expectRefusal(await ask({ body: withoutEnd(), headers }), 413, 'body_too_large')
      })

      it('a body that is longer than it says', async () => {
        const job = analyzer.begin()
        const body = inPieces(Buffer.from(JSON.stringify({ job_id: job.handle }).padEnd(5000)), 5000)
        const answer = await ask({ body, headers: { 'Content-Length': '20' } })
        expect([400, 413]).toContain(answer.status)
        expect(analyzer.callsFor(job)).toEqual([])
      })

      it.each(['', 'not json', '[]', '{"job_id":""}', '{"job_id":7}'])('the body %o', async (body) => {
        await expectRefusal(await ask({ body }), 400, 'invalid_request')
      })
    })

    describe('trusts', () => {
      it('an old browser that names our own origin', async () => {
        expect(await askOnlyWith({ Origin: host.origin })).toMatchObject({ status: 200 })
      })

      it('an old browser that names the host it asked, if the host believes that', async () => {
        const answer = await askOnlyWith({ Host: 'itr.internal:8080', Origin: 'http://itr.internal:8080' })
        expect(answer.status).toBe(differences.readsHost ? 200 : 403)
      })

      it('the public origin where TLS ends before it, if that is listed', async () => {
        const behindTls = (origin: string) => askOnlyWith({ Host: new URL(origin).host, Origin: origin })
        expect(await behindTls(PUBLIC_ORIGIN)).toMatchObject({ status: 200 })
        expect(await behindTls('https://unlisted.example.com')).toMatchObject({ status: 403 })
      })

      it('a listed origin, without a word of CORS', async () => {
        const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: PUBLIC_ORIGIN }
        const answer = await askFor(analyzer.begin(), { headers })
        expect(answer.status).toBe(200)
        expect(headersOf(answer)).toEqual(protective)
      })
    })

    describe('denies, and no denial can be told from another', () => {
      it('a handle that opens nothing, another’s handle, and a job that the upstream does not know', async () => {
        const job = analyzer.begin()
        const answers = [
          await ask({ body: '{"job_id":"nothing"}' }),
          await askFor(job, { headers: { Cookie: 'user=ben' } }),
          await askFor({ handle: 'handle-unknown' }),
        ]
        for (const answer of answers) {
          expect(answer).toMatchObject({ status: 404, body: { error_code: 'not_found' } })
          expect(answer.body).toEqual(answers[0]?.body)
          expect(headersOf(answer)).toEqual(protective)
        }
        expect(analyzer.callsFor(job)).toEqual([])
      })
    })

    describe('asks the upstream once for all', () => {
      it('who ask at the same time, but asks for each whether they may', async () => {
        const held: (() => void)[] = []
        const job = analyzer.begin((...call) => held.push(() => answerWith()(...call)))
        const first = askFor(job)
        await eventually(() => expect(held).toHaveLength(1))
        const second = askFor(job)
        expect(await askFor(job, { headers: { Cookie: 'user=ben' } })).toMatchObject({ status: 404 })
        held[0]!()
        expect(await first).toMatchObject({ status: 200, body: { job_id: job.handle } })
        expect(await second).toMatchObject({ status: 200, body: { job_id: job.handle } })
        expect(analyzer.callsFor(job)).toHaveLength(1)
        expect(await eventOf(await first)).toMatchObject({ upstream: 'called' })
      })

      it('who ask within the interval', async () => {
        const job = analyzer.begin()
        const { body } = await askFor(job)
        const again = await askFor(job)
        expect(again.body).toEqual(body)
        expect(analyzer.callsFor(job)).toHaveLength(1)
        expect(await eventOf(again)).toMatchObject({ outcome: 'answered', upstream: 'cached' })
      })

      it('even if the one who asked first leaves: the others get the answer, and so does the next', async () => {
        const held: (() => void)[] = []
        const job = analyzer.begin((...call) => held.push(() => answerWith()(...call)))
        const caller = new AbortController()
        const requestId = `left-${job.handle}`
        const left = askFor(job, { headers: { 'X-Request-Id': requestId }, signal: caller.signal })
        left.catch(() => undefined)
        await eventually(() => expect(held).toHaveLength(1))
        const stays = askFor(job)
        // Nothing tells that the other one has come, or that a host which says nothing has seen the first one leave.
        await pause(150)
        caller.abort()
        await pause(150)
        if (differences.seesLeaving) {
          expect(await eventOf({ requestId })).toMatchObject({
            outcome: 'aborted',
            status: 499,
            upstream: 'called',
          })
        }
        held[0]!()
        expect(await stays).toMatchObject({ status: 200, body: { job_id: job.handle } })
        expect(await askFor(job)).toMatchObject({ status: 200, body: { job_id: job.handle } })
        expect(analyzer.callsFor(job)).toHaveLength(1)
      })
    })

    describe('says what the upstream did', () => {
      it('a 429 with the time to wait', async () => {
        const job = analyzer.begin((response) => {
          response.writeHead(429, { 'Retry-After': '30' })
          response.end('canary: upstream text')
        })
        for (const answer of [await askFor(job), await askFor(job)]) {
          expect(answer).toMatchObject({ status: 429, body: { error_code: 'rate_limited' } })
          const { 'retry-after': seconds, ...headers }: Record<string, string> = headersOf(answer)
          expect(headers).toEqual(protective)
          expect(Number(seconds)).toBeGreaterThan(20)
          expect(Number(seconds)).toBeLessThanOrEqual(30)
        }
        expect(analyzer.callsFor(job)).toHaveLength(1)
      })

      it.each([
        [502, 'upstream_unavailable', 503, 'canary: upstream text'],
        [502, 'upstream_refused', 401, '{"success":false,"message":"canary: upstream text"}'],
        [502, 'upstream_refused', 200, '{"success":false,"message":"canary: upstream text"}'],
        [502, 'upstream_invalid', 200, '<title>canary: upstream text</title>'],
        [502, 'upstream_invalid', 302, ''],
      ])('a %i %s for a %i', async (status, code, upstreamStatus, text) => {
        const elsewhere = analyzer.begin()
        const job = analyzer.begin((response) => {
          response.writeHead(upstreamStatus, {
            Location: `${analyzer.settings.baseUrl}/${elsewhere.jobId}`,
            'X-Upstream': CANARIES.header,
          })
          response.end(text)
        })
        const answer = await askFor(job)
        expect(answer).toMatchObject({ status, body: { error_code: code } })
        expect(headersOf(answer)).toEqual(protective)
        expect(await eventOf(answer)).toMatchObject({
          outcome: 'failed',
          errorCode: code,
          upstream: 'called',
        })
      })

      it('a 502 for a connection that breaks off', async () => {
        const job = analyzer.begin((response) => response.destroy())
        expect(await askFor(job)).toMatchObject({ status: 502, body: { error_code: 'upstream_unavailable' } })
      })

      it('a 504 for no answer, and for one that never ends', async () => {
        const silent = analyzer.begin(() => undefined)
        const endless = analyzer.begin((response) => void response.writeHead(200).write('{'))
        for (const answer of await Promise.all([askFor(silent), askFor(endless)])) {
          expect(answer).toMatchObject({ status: 504, body: { error_code: 'upstream_timeout' } })
          expect(headersOf(answer)).toEqual(protective)
        }
      })
    })

    describe('checks a handle for the host’s own route', () => {
      const apply = ({ handle }: { handle: string }, user = 'asha') =>
        ask(
          { body: JSON.stringify({ itrVerification: handle }), headers: { Cookie: `user=${user}` } },
          FORM_PATH,
        )

      it('by the answer that the page got, and by no word of the form', async () => {
        const job = analyzer.begin(answerWith({ status: 'completed' }))
        expect(await askFor(job)).toMatchObject({ body: { status: 'completed' } })
        expect((await apply(job)).body).toEqual({ accepted: true })
        expect((await apply(job, 'ben')).body).toEqual({ accepted: false })
        expect((await apply({ handle: 'handle-forged' })).body).toEqual({ accepted: false })
        expect(analyzer.callsFor(job)).toHaveLength(1)
      })

      it('and says so where nobody could be asked', async () => {
        const job = analyzer.begin((response) => response.writeHead(503).end())
        expect(await apply(job)).toMatchObject({ status: 503 })
      })
    })

    describe('tells the audit trail', () => {
      it('once of each request, of whatever outcome, and nothing of the handle or the job’s own id', async () => {
        const job = analyzer.begin()
        const answers = [
          await askFor(job),
          await askFor(job, { headers: { Cookie: 'user=ben' } }),
          await askFor(job, { headers: { 'Content-Type': 'text/plain' } }),
          await askFor(analyzer.begin((response) => response.writeHead(500).end())),
        ]
        const outcomes = ['answered', 'denied', 'refused', 'failed']
        for (const [index, answer] of answers.entries()) {
          expect(await eventOf(answer)).toMatchObject({
            type: 'itr-status',
            outcome: outcomes[index],
            status: answer.status,
          })
        }
        expect(await eventOf(answers[0]!)).toMatchObject({ reference: answers[0]!.body?.reference })
        // All that were asked so far: a second line of one would have come by now.
        const told = analyzer.events.map((event) => event.requestId)
        expect(new Set(told).size).toBe(told.length)
        expect(JSON.stringify(analyzer.events)).not.toMatch(/"handle-|itr_job_|canary:|QWERT|key-5b1c9e/)
      })
    })
  })
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** 5000 bytes, and then nothing more, nor an end. */
async function* withoutEnd() {
  yield new Uint8Array(5000).fill(0x20)
  await new Promise(() => undefined)
}

/** However busy the machine is. */
const eventually = <T>(look: () => T) => vi.waitFor(look, { timeout: 5000, interval: 10 })

const isJson = ({ headers }: Response) => headers.get('Content-Type') === 'application/json'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
