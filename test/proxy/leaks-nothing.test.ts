import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createItrStatusProxy,
  type ItrProxyEvent,
  type ItrStatusCache,
  type ItrStatusProxyOptions,
} from '../../src/proxy/index.ts'
import { ask, deferred, HANDLE } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

/** What must never be seen outside: planted wherever the upstream, the host or an error could carry it out. */
const canaries = {
  key: 'canary-key-41f0',
  secret: 'canary-secret-9d27',
  id: 'itr_canary-id-3b77c1',
  pan: 'QWERT1234Y',
  words: 'canary words of the upstream',
  reportUrl: 'https://canary-reports.example/r.pdf',
}
const { key, secret, id, pan, words, reportUrl } = canaries
const everything = Object.values(canaries).join(' ')

const planted = {
  doc_id: `${id} ${words}`,
  job_id: id,
  status: 'failed',
  current_step: pan,
  steps_completed: [
    id,
    key,
    secret,
    `auth_${key}`,
    `x.${secret.toUpperCase()}`,
    pan,
    words,
    `step_${pan}`,
    `step_${id}`,
    'create_client',
  ],
  steps_failed: [words, id, pan],
  error_message: everything,
  failure_code: words,
  reference: words,
  message: everything,
  pan,
  created_at: words,
  updated_at: id,
  completed_at: pan,
  pdf_report_url: reportUrl,
  [words]: everything,
}

const hostile: [
  string,
  (body: string) => { status: number; body: string; headers?: Record<string, string> },
][] = [
  ['the contract', (body) => ({ status: 200, body })],
  [
    'the contract in an envelope',
    (body) => ({ status: 200, body: `{"success":true,"message":"${words}","data":${body}}` }),
  ],
  ['an unknown status', (body) => ({ status: 200, body: body.replace('"failed"', `"${words}"`) })],
  ['another job', (body) => ({ status: 200, body: body.replace(id, 'itr_other') })],
  ['a refusal', () => ({ status: 200, body: JSON.stringify({ ...planted, success: false }) })],
  [
    'a 404 refusal',
    () => ({ status: 404, body: JSON.stringify({ success: false, message: everything, error_code: words }) }),
  ],
  ['a 400', () => ({ status: 400, body: everything })],
  ['a 401', () => ({ status: 401, body: everything })],
  ['a 429', () => ({ status: 429, body: everything, headers: { 'Retry-After': words } })],
  ['a 500', () => ({ status: 500, body: everything })],
  ['HTML', () => ({ status: 200, body: `<h1>${everything}` })],
  ['a redirect', () => ({ status: 302, body: everything, headers: { Location: reportUrl } })],
]

const logged: unknown[][] = []
const unhandled = (error: unknown) => void logged.push(['unhandled', error])

beforeEach(() => {
  logged.length = 0
  // In development an unknown status is logged.
  vi.stubEnv('NODE_ENV', 'production')
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => void logged.push(args))
  }
  process.on('unhandledRejection', unhandled)
})
afterEach(() => {
  process.off('unhandledRejection', unhandled)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** All that comes out of a proxy: answers with their headers, events, errors and results of checks, cached text. Never a log line. */
async function all(options: Partial<ItrStatusProxyOptions>, requests: Request[] = [ask()]) {
  const out: unknown[] = []
  const events: ItrProxyEvent[] = []
  const cache: ItrStatusCache = { get: () => undefined, set: (...args) => void out.push(args) }
  const proxy = createItrStatusProxy({
    apiKey: key,
    apiSecret: async () => secret,
    resolveJob: () => id,
    cache,
    onEvent: (event) => events.push(event),
    ...options,
  })
  for (const request of requests) {
    const response = await proxy(request)
    out.push(response.status, response.statusText, [...response.headers], await response.text())
  }
  const checked = await proxy.getJob(HANDLE, ask()).catch((error: Error) => ({
    ...error,
    message: error.message,
    stack: error.stack,
    cause: error.cause,
  }))
  out.push(checked, events)
  await new Promise((resolve) => setImmediate(resolve))
  expect(events).toHaveLength(requests.length)
  // Nothing at all: what an Error or a Response holds would not be seen in its JSON.
  expect(logged).toEqual([])
  return JSON.stringify(out)
}

function expectNoCanary(text: string) {
  for (const canary of [
    ...Object.values(canaries),
    encodeURIComponent(words),
    pan.toLowerCase(),
    secret.toUpperCase(),
  ]) {
    expect(text).not.toContain(canary)
  }
}

describe('no canary comes out', () => {
  it.each(hostile)('where the upstream answers with %s', async (_, answer) => {
    const { status, body, headers } = answer(JSON.stringify(planted))
    const { baseUrl } = await startUpstream((_request, response) =>
      response.writeHead(status, words, { 'X-Canary': encodeURIComponent(everything), ...headers }).end(body),
    )
    expectNoCanary(await all({ baseUrl }))
  })

  it('where the report URL is exposed, but for that URL', async () => {
    const text = await all({ exposeReportUrl: true, upstream: async () => Response.json(planted) })
    expect(text).toContain(reportUrl)
    expectNoCanary(text.replaceAll(reportUrl, ''))
  })

  const fail = () => Promise.reject(new Error(everything, { cause: everything }))

  it.each<[string, Partial<ItrStatusProxyOptions>]>([
    ['upstream', { upstream: fail }],
    ['resolveJob', { resolveJob: fail }],
    ['the key function', { apiKey: fail }],
    ['the secret function', { apiSecret: fail }],
    ['a key that no header may carry', { apiKey: () => `${key}\n${secret}` }],
    ['the cache', { cache: { get: fail, set: fail }, upstream: async () => Response.json(planted) }],
    ['an upstream that repeats the headers', { upstream: async (_, { headers }) => Response.json(headers) }],
  ])('where %s fails with them', async (_, options) => {
    expectNoCanary(await all(options))
  })

  it('where the caller leaves, the time is up, or the request is refused', async () => {
    const requests = [
      ask({ signal: AbortSignal.abort(everything) }),
      ask({ method: 'PUT', body: everything }),
      ask({ headers: { 'Content-Type': 'text/plain', Cookie: everything } }),
      ask({ headers: { 'Sec-Fetch-Site': 'cross-site', Origin: reportUrl } }),
      ask({ body: everything }),
      ask({ body: { job_id: '' } }),
      ask(),
    ]
    expectNoCanary(await all({ upstream: () => deferred<Response>().promise, upstreamTimeout: 10 }, requests))
  })
})

describe('what does come out', () => {
  it('is masked, filtered and classified', async () => {
    const text = await all({ upstream: async () => Response.json(planted) })
    expect(text).toContain('QWERT****Y')
    expect(text).toContain('create_client')
    expect(text).toContain(HANDLE)
  })

  it('no event holds the handle', async () => {
    const events: ItrProxyEvent[] = []
    const proxy = createItrStatusProxy({
      apiKey: key,
      apiSecret: secret,
      resolveJob: () => id,
      upstream: async () => Response.json(planted),
      onEvent: (event) => events.push(event),
    })
    await proxy(ask())
    await proxy(ask({ method: 'PUT' }))
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events)).not.toContain(HANDLE)
  })
})
