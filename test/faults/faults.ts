import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, vi } from 'vitest'
import type { Fault } from './Fault.ts'
import { closesAfter, drips, hangsAfter, resetsAfter } from './host/breaks.ts'
import { CORS, head, says } from './host/says.ts'
import type { Question } from './host/startRawServer.ts'
import { nameSaying } from './sayings.ts'

/** DESIGN.md, section 4, invariant 6 and its details. */
const noAnswer = { kind: 'transient', code: 'network' } as const
const late = { kind: 'transient', code: 'timeout' } as const
const passing = { kind: 'transient', code: 'http' } as const
const final = { kind: 'permanent', code: 'http' } as const
const doubtful = { kind: 'doubtful', code: 'http' } as const
const noStatus = { kind: 'doubtful', code: 'invalid_response' } as const
const refused = { kind: 'doubtful', code: 'unsuccessful' } as const

const JOB = '{"job_id":"handle","status":"processing"}'
const HTML = '<!doctype html><html><title>Wi-Fi</title><body>Please sign in.</html>'
const MB = 1_000_000

const html = (status = 200, headers = '') => says(HTML, { status, type: 'text/html; charset=utf-8', headers })

/** As our proxy refuses (section 7). */
const code = (status: number, error_code: string) =>
  says(JSON.stringify({ error_code, message: 'No.' }), { status })

const job = (fields: object) => says(JSON.stringify({ job_id: 'handle', status: 'processing', ...fields }))

const chunked = 'Transfer-Encoding: chunked\r\n'
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

const jump = (ms: number): Fault['begins'] => {
  return ({ page }) => page.evaluate((ms) => void (window.record.clockJump = ms), ms)
}

/** In words that a person uses; `answer` says them, and each is one kind of failure, unless a fault says otherwise. */
const all = (
  error: Fault['error'],
  named: Record<string, Fault['answer'] | Omit<Fault, 'name' | 'error'>>,
): Fault[] =>
  Object.entries(named).map(([name, fault]) => ({
    name,
    error,
    ...(typeof fault === 'function' ? { answer: fault } : fault),
  }))

const statuses = (error: Fault['error'], codes: number[], more: Partial<Fault> = {}): Fault[] =>
  codes.map((status) => ({ name: String(status), error, answer: html(status), ...more }))

/** Nobody gets to answer. */
const unheard = { answer: () => undefined, heard: 0 }

/** Between two checks there is time to go offline, and the next one comes when the network is back. */
const offline = {
  answer: says(JOB),
  meanwhile: 'offline',
  pace: { min: 500, max: 20_000, timeout: 8_000 },
} as const

const redirect = (status: number, to: (there: string) => string): Fault['answer'] => {
  return (question, _, there) => says('', { status, headers: `Location: ${to(there)}\r\n` })(question)
}

/** Answers with `first` where it was asked, and with `then` where that leads. */
const onward =
  (first: Fault['answer'], then: (question: Question) => void): Fault['answer'] =>
  (question, nth, there) =>
    question.path === '/status' ? first(question, nth, there) : then(question)

export const faults: Readonly<Record<string, readonly Fault[]>> = {
  'The connection': [
    ...all(noAnswer, {
      'the host’s name is not found (DNS)': {
        ...unheard,
        asks: 'nowhere',
        begins: ({ page }) => page.unrouteAll(),
        // From then on it leads somewhere.
        ends: ({ page, elsewhere }) =>
          page.route('http://nowhere.invalid/**', (route) =>
            route.continue({ url: `${elsewhere.origin}/status` }),
          ),
      },
      'connection refused': {
        ...unheard,
        asks: 'elsewhere',
        begins: ({ elsewhere }) => elsewhere.stop(),
        ends: ({ elsewhere }) => elsewhere.start(),
      },
      'reset before the headers': resetsAfter(),
      'closed before the headers': closesAfter(),
      'reset inside the headers': resetsAfter('HTTP/1.1 200 OK\r\nContent-Ty'),
      'reset inside the body': resetsAfter(head('Content-Length: 100\r\n'), JOB),
      'closed inside the body: Content-Length is longer': closesAfter(head('Content-Length: 100\r\n'), JOB),
      'closed inside the body: chunked without an end': closesAfter(head(chunked), chunk(JOB)),
      'a chunk whose length is no number': closesAfter(head(chunked), `never\r\n${JOB}`),
      'not HTTP': closesAfter('SSH-2.0-OpenSSH_9.2\r\n'),
      'two lengths': closesAfter(head('Content-Length: 41\r\nContent-Length: 40\r\n'), JOB),
      'headers of 1 MB': says(JOB, { headers: `X-Long: ${'x'.repeat(MB)}\r\n` }),
      'says gzip, and is not': says(JOB, { headers: 'Content-Encoding: gzip\r\n' }),
    }),
    ...all(late, {
      'hangs before the headers': hangsAfter(),
      'hangs inside the headers': hangsAfter('HTTP/1.1 200 OK\r\nContent-Ty'),
      'hangs inside the body': hangsAfter(head('Content-Length: 100\r\n'), JOB),
      'drips for ever': drips(head('Content-Length: 9999\r\n'), [' '], 50, true),
      'early hints, and nothing after them': hangsAfter('HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'),
      'a 502 whose body hangs': hangsAfter(head('Content-Length: 100\r\n', { status: 502 }), '{'),
    }),
    ...all(passing, {
      'a 503 whose body hangs': hangsAfter(head('Content-Length: 100\r\n', { status: 503 }), '{'),
    }),
    ...all(final, {
      'a 404 whose body hangs': {
        answer: hangsAfter(head('Content-Length: 100\r\n', { status: 404 }), '{'),
        refusal: 'not found',
      },
    }),
    ...all(null, {
      'drips, and ends in time': drips(head(`Content-Length: ${JOB.length}\r\n`), JOB.match(/.{1,9}/g)!, 20),
      'HTTP/1.0, its body ends with the connection': closesAfter('HTTP/1.0 200 OK\r\n\r\n', JOB),
    }),
  ],

  'The body of a 200': [
    ...all(noStatus, {
      empty: says(''),
      blank: says(' \r\n'),
      HTML: html(),
      'HTML that says it is JSON': says(HTML),
      'JSON, cut off, though whole as HTTP': says(JOB.slice(0, 20)),
      'JSON behind )]}’,': says(`)]}',\n${JOB}`),
      'JSON twice': says(`${JOB}\n${JOB}`),
      'JSON with NaN in it': says(JOB.replace('}', ',"progress":NaN}')),
      null: says('null'),
      'an array': says(`[${JOB}]`),
      'a string': says(JSON.stringify(JOB)),
      'a number': says('1e999'),
      'no fields': says('{}'),
      'no job_id': says('{"status":"completed"}'),
      'no status': says('{"job_id":"handle"}'),
      'a status that is null': job({ status: null }),
      'a status that is a number': job({ status: 3 }),
      'success: true without data': says('{"success":true,"data":null}'),
      'UTF-16': says(Buffer.from(`\uFEFF${JOB}`, 'utf16le'), { type: 'application/json; charset=utf-16' }),
      'a gzip bomb: 32 MB of blanks out of 32 kB': says(gzipSync(Buffer.alloc(32 * MB, ' ')), {
        headers: 'Content-Encoding: gzip\r\n',
      }),
      'nested 100,000 deep': says('['.repeat(100_000) + ']'.repeat(100_000)),
      '204, no body': closesAfter('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'),
    }),
    ...all(refused, {
      'success: false': says('{"success":false,"message":"No."}'),
      'success: false, with a job': says(`{"success":false,"data":${JOB}}`),
    }),
    ...all(null, {
      'a status that nobody knows': job({ status: 'queued' }),
      'another job’s answer': job({ job_id: 'of somebody else' }),
      'a byte order mark': says(`\uFEFF${JOB}`),
      'UTF-8 that says it is UTF-16': says(JOB, { type: 'application/json; charset=utf-16' }),
      'JSON that says it is HTML': says(JOB, { type: 'text/html' }),
      'a byte that is no UTF-8': says(Buffer.from(JOB.replace('}', ',"pan":"\xe9"}'), 'latin1')),
      'a key twice: the last counts': says(JOB.replace('{', '{"status":"completed",')),
      'a key named `__proto__`': says(JOB.replace('}', ',"__proto__":{"status":"completed"}}')),
      'numbers beyond any': says(
        JOB.replace('}', `,"updated_at":1e999,"current_step":-1e400,"completed_at":${'9'.repeat(400)}}`),
      ),
      'a field nested 100,000 deep': says(
        JOB.replace('}', `,"steps_completed":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      ),
      'an error text of 1 MB': job({ error_message: 'x'.repeat(MB) }),
      'a step’s name of 1 MB': job({ current_step: 'x'.repeat(MB) }),
      'a PAN and a report’s address of 1 MB': job({ pan: 'x'.repeat(MB), pdf_report_url: 'x'.repeat(MB) }),
      'fields of the wrong types': job({ steps_completed: 7, pan: {}, updated_at: [], current_step: true }),
    }),
  ],

  Statuses: [
    ...statuses(final, [400]),
    ...statuses(final, [401], { refusal: 'signed out' }),
    ...all(late, {
      // The browser asks the person, and keeps the answer until they have said something.
      '401 that asks for a password': html(401, 'WWW-Authenticate: Basic realm="x"\r\n'),
    }),
    ...statuses(final, [403]),
    ...statuses(final, [404], { refusal: 'not found' }),
    ...statuses(final, [405]),
    // Nothing that a page gets to see (Fetch, "HTTP-network-or-cache fetch").
    ...statuses(noAnswer, [407]),
    ...statuses(passing, [408]),
    ...statuses(final, [409]),
    ...statuses(final, [410], { refusal: 'not found' }),
    ...statuses(final, [413, 415, 418]),
    // Chromium asks once more by itself, over another connection (RFC 9110 §15.5.20).
    ...statuses(final, [421], { heard: 2 }),
    ...statuses(passing, [425, 429]),
    ...statuses(final, [431, 451, 499]),
    ...statuses(passing, [500, 501, 502]),
    ...all(doubtful, {
      '502 upstream_refused': code(502, 'upstream_refused'),
      '502 upstream_invalid': code(502, 'upstream_invalid'),
    }),
    ...all(passing, {
      '502 upstream_unavailable': code(502, 'upstream_unavailable'),
      // What an HTTP error says beside its status counts for nothing.
      '503 upstream_refused': code(503, 'upstream_refused'),
      '504 upstream_timeout': code(504, 'upstream_timeout'),
      '500 with a completed job': says(JOB.replace('processing', 'completed'), { status: 500 }),
    }),
    ...statuses(passing, [503, 504, 507, 511, 520]),
    ...statuses(doubtful, [300, 304, 600, 999]),
    ...all(doubtful, { '302 without a target': says('', { status: 302 }) }),
    ...all(passing, {
      // Three of one kind in a row never come.
      '502 upstream_refused and 503 in turn': (question, nth) =>
        code(nth % 2 ? 503 : 502, 'upstream_refused')(question),
    }),
  ],

  'Retry-After': all(passing, {
    '429, in 1 second': { answer: html(429, 'Retry-After: 1\r\n'), holdsOff: 1_000 },
    '503, in 1 second': { answer: html(503, 'Retry-After: 1\r\n'), holdsOff: 1_000 },
    '503, at a date': {
      answer: (question) =>
        html(503, `Retry-After: ${new Date(Date.now() + 2_000).toUTCString()}\r\n`)(question),
      // A date has no fractions.
      holdsOff: 900,
    },
    '503, at a date in the past': html(503, 'Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n'),
    '503, in 0 seconds': html(503, 'Retry-After: 0\r\n'),
    '503, in -5 seconds': html(503, 'Retry-After: -5\r\n'),
    '503, "soon"': html(503, 'Retry-After: soon\r\n'),
    // 60 s at most are obeyed.
    '503, in 999,999,999 seconds': {
      answer: html(503, 'Retry-After: 999999999\r\n'),
      holdsOff: 60_000,
      speed: 25,
    },
    '503, in the year 2099': {
      answer: html(503, 'Retry-After: Wed, 31 Dec 2098 23:59:59 GMT\r\n'),
      holdsOff: 60_000,
      speed: 25,
    },
  }),

  'Redirects, origins, portals': [
    ...all(null, {
      '307 to the same origin, which answers': {
        answer: onward(
          redirect(307, () => '/moved'),
          says(JOB),
        ),
        heard: 2,
      },
      '302 to the same origin, which answers': {
        answer: onward(
          redirect(302, () => '/moved'),
          says(JOB),
        ),
        heard: 2,
      },
    }),
    ...all(noStatus, {
      '302 to a page to sign in': {
        answer: onward(
          redirect(302, () => '/login'),
          html(),
        ),
        heard: 2,
      },
      'a captive portal: a page for everything': html(),
    }),
    ...all(noAnswer, {
      '302 to a portal of another origin': {
        answer: onward(
          redirect(302, (there) => `${there}/login`),
          html(),
        ),
        heard: 2,
      },
      'a redirect to itself': { answer: redirect(307, () => '/status'), heard: 21 },
      'CORS: the preflight is refused': {
        answer: code(405, 'method_not_allowed'),
        asks: 'elsewhere',
        heard: 0,
      },
      'CORS: the answer is not for this page': {
        answer: (question) => says(JOB, { headers: question.method === 'OPTIONS' ? CORS : '' })(question),
        asks: 'elsewhere',
      },
    }),
    ...all(passing, { 'a captive portal: 511': html(511) }),
  ],

  'Order, clock and network': all(null, {
    'the same answer over and over': job({ updated_at: '2026-04-07T11:23:00Z' }),
    'answers that go back': {
      answer: (question, nth) =>
        job(
          nth === 1
            ? { updated_at: '2026-04-07T11:23:10Z', steps_completed: ['create_client'] }
            : { updated_at: '2026-04-07T11:23:00Z', status: 'initiated' },
        )(question),
      times: 2,
    },
    'the clock goes an hour forwards': { answer: says(JOB), begins: jump(3_600_000) },
    'the clock goes an hour backwards': { answer: says(JOB), begins: jump(-3_600_000) },
    offline: {
      ...offline,
      beside: async ({ page, context }, lasts) => {
        await context.setOffline(true)
        // Until after the window, where it lasts: there is no verdict meanwhile.
        await pause(lasts ? 9_000 : 500)
        const { checks, sights } = await page.evaluate(() => window.record)
        const { phase, reads } = sights.at(-1)!
        expect([checks.length, phase, nameSaying(reads)]).toEqual([1, 'processing', 'offline'])
        await context.setOffline(false)
      },
    },
    'offline after each of three answers': {
      ...offline,
      times: 3,
      beside: async ({ page, context }) => {
        for (const index of [0, 1, 2]) {
          const isAnswered = () =>
            page.evaluate((index) => window.record.checks[index]?.isOut === false, index)
          await vi.waitUntil(isAnswered, { timeout: 10_000 })
          await context.setOffline(true)
          await pause(300)
          await context.setOffline(false)
        }
      },
    },
  }),
}
