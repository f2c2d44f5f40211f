import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, vi } from 'vitest'
import type { Fault, Respond } from './Fault.ts'
import { closesAfter, CORS, drips, hangsAfter, head, resetsAfter, sends } from '../rawServer/responses.ts'
import { toTextName } from './texts.ts'

// The three kinds of errors.
const network = { kind: 'transient', code: 'network' } as const
const timeout = { kind: 'transient', code: 'timeout' } as const
const transient = { kind: 'transient', code: 'http' } as const
const permanent = { kind: 'permanent', code: 'http' } as const
const doubtful = { kind: 'doubtful', code: 'http' } as const
const invalid = { kind: 'doubtful', code: 'invalid_response' } as const
const unsuccessful = { kind: 'doubtful', code: 'unsuccessful' } as const

const JOB = '{"job_id":"handle","status":"processing"}'
const HTML = '<!doctype html><html><title>Wi-Fi</title><body>Please sign in.</html>'
const MB = 1_000_000

const html = (status = 200, headers = '') =>
  sends(HTML, { status, type: 'text/html; charset=utf-8', headers })

const job = (fields: object) => sends(JSON.stringify({ job_id: 'handle', status: 'processing', ...fields }))

/** Adds text before the last brace of the job. */
const jobWith = (text: string) => sends(JOB.replace('}', `,${text}}`))

/** Sends an error of our proxy (docs/openapi.yaml). */
const proxyError = (status: number, error_code: string) =>
  sends(JSON.stringify({ error_code, message: 'No.' }), { status })

const gzip = { headers: 'Content-Encoding: gzip\r\n' }
const chunked = 'Transfer-Encoding: chunked\r\n'
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

const redirect =
  (status: number, to: (otherOrigin: string) => string): Respond =>
  (request, _, otherOrigin) =>
    sends('', { status, headers: `Location: ${to(otherOrigin)}\r\n` })(request)

/** Redirects the poll, and sends `response` where the redirect leads. */
const redirectThen = (status: number, to: (otherOrigin: string) => string, response: Respond) => ({
  respond: ((request, ...rest) =>
    (request.path === '/status' ? redirect(status, to) : response)(request, ...rest)) satisfies Respond,
  received: 2,
})

const jumpClock =
  (ms: number): Fault['begin'] =>
  ({ page }) =>
    page.evaluate((ms) => void (window.record.clockJump = ms), ms)

/** Faults with the same error, by name. */
const withError = (
  error: Fault['error'],
  named: Record<string, Respond | Omit<Fault, 'name' | 'error'>>,
): Fault[] =>
  Object.entries(named).map(([name, fault]) => ({
    name,
    error,
    ...(typeof fault === 'function' ? { respond: fault } : fault),
  }))

const statuses = (error: Fault['error'], codes: number[], more: Partial<Fault> = {}): Fault[] =>
  codes.map((status) => ({ name: String(status), error, respond: html(status), ...more }))

/** No request reaches a server. */
const unreachable = { respond: () => undefined, received: 0 }

/** The browser reports offline, although there is a network. */
const reportedOffline = {
  firstText: 'offline',
  begin: ({ page }) =>
    page.evaluate(
      () => void Object.defineProperty(navigator, 'onLine', { configurable: true, value: false }),
    ),
  end: ({ page }) => page.evaluate(() => Reflect.deleteProperty(navigator, 'onLine')),
} satisfies Partial<Fault>

/** The interval leaves time to go offline. The next poll comes when the network is back. */
const offline = {
  respond: sends(JOB),
  pace: { min: 500, max: 20_000, timeout: 8_000 },
} as const

export const faults: Readonly<Record<string, readonly Fault[]>> = {
  Connection: [
    ...withError(network, {
      'the host is unknown (DNS)': {
        ...unreachable,
        proxy: 'unknownHost',
        begin: ({ page }) => page.unrouteAll(),
        // From now on the host is known.
        end: ({ page, otherOrigin }) =>
          page.route('http://unknown.invalid/**', (route) =>
            route.continue({ url: `${otherOrigin.origin}/status` }),
          ),
      },
      'connection refused': {
        ...unreachable,
        proxy: 'otherOrigin',
        begin: ({ otherOrigin }) => otherOrigin.stop(),
        end: ({ otherOrigin }) => otherOrigin.start(),
      },
      'reset before the headers': resetsAfter(),
      'closed before the headers': closesAfter(),
      'reset inside the headers': resetsAfter('HTTP/1.1 200 OK\r\nContent-Ty'),
      'reset inside the body': resetsAfter(head('Content-Length: 100\r\n'), JOB),
      'closed before Content-Length is reached': closesAfter(head('Content-Length: 100\r\n'), JOB),
      'closed before the last chunk': closesAfter(head(chunked), chunk(JOB)),
      'a chunk with an invalid length': closesAfter(head(chunked), `never\r\n${JOB}`),
      'not HTTP': closesAfter('SSH-2.0-OpenSSH_9.2\r\n'),
      'two different Content-Length': closesAfter(head('Content-Length: 41\r\nContent-Length: 40\r\n'), JOB),
      'headers of 1 MB': sends(JOB, { headers: `X-Long: ${'x'.repeat(MB)}\r\n` }),
      'Content-Encoding gzip, body not compressed': sends(JOB, gzip),
    }),
    ...withError(timeout, {
      'hangs before the headers': hangsAfter(),
      'hangs inside the headers': hangsAfter('HTTP/1.1 200 OK\r\nContent-Ty'),
      'hangs inside the body': hangsAfter(head('Content-Length: 100\r\n'), JOB),
      'sends one byte at a time, without end': drips(head('Content-Length: 9999\r\n'), [], 50, true),
      '103 Early Hints, then nothing': hangsAfter('HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'),
      'a 502 whose body hangs': hangsAfter(head('Content-Length: 100\r\n', { status: 502 }), '{'),
    }),
    ...withError(transient, {
      'a 503 whose body hangs': hangsAfter(head('Content-Length: 100\r\n', { status: 503 }), '{'),
    }),
    ...withError(permanent, {
      'a 404 whose body hangs': {
        respond: hangsAfter(head('Content-Length: 100\r\n', { status: 404 }), '{'),
        errorText: 'not found',
      },
    }),
    ...withError(null, {
      'slow, but complete in time': drips(
        head(`Content-Length: ${JOB.length}\r\n`),
        JOB.match(/.{1,9}/g)!,
        20,
      ),
      'HTTP/1.0, the body ends with the connection': closesAfter('HTTP/1.0 200 OK\r\n\r\n', JOB),
    }),
  ],

  'Body of a 200': [
    ...withError(invalid, {
      empty: sends(''),
      blank: sends(' \r\n'),
      HTML: html(),
      'HTML with the type JSON': sends(HTML),
      'truncated JSON with a correct Content-Length': sends(JOB.slice(0, 20)),
      'JSON with the prefix )]}’,': sends(`)]}',\n${JOB}`),
      'JSON twice': sends(`${JOB}\n${JOB}`),
      'JSON with NaN': jobWith('"progress":NaN'),
      null: sends('null'),
      'an array': sends(`[${JOB}]`),
      'a string': sends(JSON.stringify(JOB)),
      'a number': sends('1e999'),
      'no fields': sends('{}'),
      'no job_id': sends('{"status":"completed"}'),
      'no status': sends('{"job_id":"handle"}'),
      'a status that is null': job({ status: null }),
      'a status that is a number': job({ status: 3 }),
      'success: true without data': sends('{"success":true,"data":null}'),
      'UTF-16': sends(Buffer.from(`\uFEFF${JOB}`, 'utf16le'), { type: 'application/json; charset=utf-16' }),
      'a gzip bomb: 32 kB that become 32 MB of blanks': sends(gzipSync(Buffer.alloc(32 * MB, ' ')), gzip),
      'nested 100,000 deep': sends('['.repeat(100_000) + ']'.repeat(100_000)),
      '204 without a body': closesAfter('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'),
    }),
    ...withError(unsuccessful, {
      'success: false': sends('{"success":false,"message":"No."}'),
      'success: false with a job': sends(`{"success":false,"data":${JOB}}`),
    }),
    ...withError(null, {
      'an unknown status': job({ status: 'queued' }),
      'the status "COMPLETED "': {
        respond: job({ status: 'COMPLETED ' }),
        terminal: { phase: 'completed', text: 'completed' },
      },
      'the status "Failed"': {
        respond: job({ status: 'Failed' }),
        terminal: { phase: 'failed', text: 'failed' },
      },
      'another job': job({ job_id: 'of somebody else' }),
      'a byte order mark': sends(`\uFEFF${JOB}`),
      'UTF-8 with the charset UTF-16': sends(JOB, { type: 'application/json; charset=utf-16' }),
      'JSON with the type HTML': sends(JOB, { type: 'text/html' }),
      'a byte that is not UTF-8': sends(Buffer.from(JOB.replace('}', ',"pan":"\xe9"}'), 'latin1')),
      'a key twice: the last one counts': sends(JOB.replace('{', '{"status":"completed",')),
      'a key named `__proto__`': jobWith('"__proto__":{"status":"completed"}'),
      'numbers out of range': jobWith(
        `"updated_at":1e999,"current_step":-1e400,"completed_at":${'9'.repeat(400)}`,
      ),
      'a field nested 100,000 deep': jobWith(
        `"steps_completed":${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      ),
      'an error text of 1 MB': job({ error_message: 'x'.repeat(MB) }),
      'a step name of 1 MB': job({ current_step: 'x'.repeat(MB) }),
      'a PAN and a report URL of 1 MB': job({ pan: 'x'.repeat(MB), pdf_report_url: 'x'.repeat(MB) }),
      'fields of wrong types': job({ steps_completed: 7, pan: {}, updated_at: [], current_step: true }),
    }),
  ],

  'HTTP status': [
    ...statuses(permanent, [400]),
    ...statuses(permanent, [401], { errorText: 'signed out' }),
    ...withError(timeout, {
      // The browser shows a login dialog and holds the response until it is closed.
      '401 with WWW-Authenticate': html(401, 'WWW-Authenticate: Basic realm="x"\r\n'),
    }),
    ...statuses(permanent, [403]),
    ...statuses(permanent, [404], { errorText: 'not found' }),
    ...statuses(permanent, [405]),
    // A network error for the page (Fetch, "HTTP-network-or-cache fetch").
    ...statuses(network, [407]),
    ...statuses(transient, [408]),
    ...statuses(permanent, [409]),
    ...statuses(permanent, [410], { errorText: 'not found' }),
    ...statuses(permanent, [413, 415, 418]),
    // Chromium repeats the request over another connection (RFC 9110 §15.5.20).
    ...statuses(permanent, [421], { received: 2 }),
    ...statuses(transient, [425, 429]),
    ...statuses(permanent, [431, 451, 499]),
    ...statuses(transient, [500, 501, 502]),
    ...withError(doubtful, {
      '502 upstream_refused': proxyError(502, 'upstream_refused'),
      '502 upstream_invalid': proxyError(502, 'upstream_invalid'),
    }),
    ...withError(transient, {
      '502 upstream_unavailable': proxyError(502, 'upstream_unavailable'),
      // Only the status counts here.
      '503 upstream_refused': proxyError(503, 'upstream_refused'),
      '503 overloaded': proxyError(503, 'overloaded'),
      '503 unavailable': proxyError(503, 'unavailable'),
      '504 upstream_timeout': proxyError(504, 'upstream_timeout'),
      '500 with a completed job': sends(JOB.replace('processing', 'completed'), { status: 500 }),
    }),
    ...statuses(transient, [503, 504, 507, 511, 520]),
    ...statuses(doubtful, [300, 304, 600, 999]),
    ...withError(doubtful, { '302 without Location': sends('', { status: 302 }) }),
    ...withError(transient, {
      // So there are never three doubtful errors in a row.
      '502 upstream_refused and 503 alternating': (request, nth) =>
        proxyError(nth % 2 ? 503 : 502, 'upstream_refused')(request),
    }),
  ],

  'Retry-After': withError(transient, {
    '429, 1 second': { respond: html(429, 'Retry-After: 1\r\n'), holdsOff: 1_000 },
    '503, 1 second': { respond: html(503, 'Retry-After: 1\r\n'), holdsOff: 1_000 },
    '503, a date': {
      respond: (request) =>
        html(503, `Retry-After: ${new Date(Date.now() + 2_000).toUTCString()}\r\n`)(request),
      // A date has no milliseconds.
      holdsOff: 900,
    },
    '503, a date in the past': html(503, 'Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n'),
    '503, 0 seconds': html(503, 'Retry-After: 0\r\n'),
    '503, -5 seconds': html(503, 'Retry-After: -5\r\n'),
    '503, "soon"': html(503, 'Retry-After: soon\r\n'),
    // The widget waits 60 s at most.
    '503, 999,999,999 seconds': {
      respond: html(503, 'Retry-After: 999999999\r\n'),
      holdsOff: 60_000,
      speed: 25,
      textOnRetry: 'delayed',
    },
    '503, the year 2098': {
      respond: html(503, 'Retry-After: Wed, 31 Dec 2098 23:59:59 GMT\r\n'),
      holdsOff: 60_000,
      speed: 25,
      textOnRetry: 'delayed',
    },
  }),

  'Redirects and origins': [
    ...withError(null, {
      '307 to a job on the same origin': redirectThen(307, () => '/moved', sends(JOB)),
      '302 to a job on the same origin': redirectThen(302, () => '/moved', sends(JOB)),
    }),
    ...withError(invalid, {
      '302 to a login page': redirectThen(302, () => '/login', html()),
      'a captive portal: HTML at every URL': html(),
    }),
    ...withError(network, {
      '302 to a portal of another origin': redirectThen(302, (origin) => `${origin}/login`, html()),
      'a redirect to itself': { respond: redirect(307, () => '/status'), received: 21 },
      'CORS: the preflight is refused': {
        respond: proxyError(405, 'method_not_allowed'),
        proxy: 'otherOrigin',
        received: 0,
      },
      'CORS: the response has no CORS headers': {
        respond: (request) => sends(JOB, { headers: request.method === 'OPTIONS' ? CORS : '' })(request),
        proxy: 'otherOrigin',
      },
    }),
    ...withError(transient, { 'a captive portal: 511': html(511) }),
  ],

  'Order, clock and network': [
    ...withError(null, {
      'the same response each time': job({ updated_at: '2026-04-07T11:23:00Z' }),
      'an older status after a newer one': {
        respond: (request, nth) =>
          job(
            nth === 1
              ? { updated_at: '2026-04-07T11:23:10Z', steps_completed: ['create_client'] }
              : { updated_at: '2026-04-07T11:23:00Z', status: 'initiated' },
          )(request),
        times: 2,
      },
      'the clock jumps an hour forwards': {
        respond: sends(JOB),
        begin: jumpClock(3_600_000),
        // A retry does not make the job young again.
        textOnRetry: 'delayed',
      },
      'the clock jumps an hour backwards': { respond: sends(JOB), begin: jumpClock(-3_600_000) },
      'offline between two polls': {
        ...offline,
        during: async ({ page, context }) => {
          await context.setOffline(true)
          await pause(500)
          // No poll failed, so the browser's report alone changes nothing on the screen.
          const { polls, views } = await page.evaluate(() => window.record)
          expect([polls.length, views.at(-1)!.phase, toTextName(views.at(-1)!)]).toEqual([
            1,
            'processing',
            'waiting',
          ])
          await context.setOffline(false)
        },
      },
      'offline after each of three responses': {
        ...offline,
        times: 3,
        during: async ({ page, context }) => {
          for (const index of [0, 1, 2]) {
            const isAnswered = () =>
              page.evaluate((index) => window.record.polls[index]?.isInFlight === false, index)
            await vi.waitUntil(isAnswered, { timeout: 10_000 })
            await context.setOffline(true)
            await pause(300)
            await context.setOffline(false)
          }
        },
      },
      'the browser reports offline by mistake': { ...reportedOffline, respond: sends(JOB) },
    }),
    ...withError(transient, {
      'the browser reports offline by mistake, 503': { ...reportedOffline, respond: html(503) },
    }),
    ...withError(permanent, {
      'the browser reports offline by mistake, 404': {
        ...reportedOffline,
        respond: html(404),
        errorText: 'not found',
      },
    }),
  ],

  'Host app': withError(network, {
    'the option `headers` throws': {
      respond: sends(JOB.replace('processing', 'completed')),
      received: 0,
      begin: ({ page }, lasts) =>
        page.evaluate((times) => void (window.record.headerFailures = times), lasts ? Infinity : 1),
      end: ({ page }) => page.evaluate(() => void (window.record.headerFailures = 0)),
    },
  }),
}
