import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { faultsOf, toLoanApplication } from '../LoanApplication.ts'
import type { DemoSettings } from '../SimulationSettings.ts'
import { callAnalyzer, type Analyzer } from './callAnalyzer.ts'
import { createSealedHandles } from './createSealedHandles.ts'
import type { Simulation } from './createSimulation.ts'
import { newSessionCookie, sessionOf } from './session.ts'
import { toIncomeSummary } from './toIncomeSummary.ts'

/** No inline code and no other origins: the widget needs no exception. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/

/** In any case and with any parameters, such as `; charset=utf-8`. */
const JSON_TYPE = /^application\/json *(;|$)/i

/** Backend of the host: the page and the routes of its form. The proxy is one of the routes. */
export function createBackend(analyzer: Analyzer, simulation: Simulation | null) {
  const handles = createSealedHandles()
  const proxy = createItrStatusProxy({
    ...analyzer,
    resolveJob: (handle, request) => handles.jobIdOf(handle, sessionOf(request)),
    // A simulated job can run 20 times as fast, so the page polls more often.
    minUpstreamInterval: simulation ? 200 : 5000,
  })

  const app = new Hono()

  app.get('/', async ({ req, body }) => {
    const headers: Record<string, string> = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    }
    if (!sessionOf(req.raw)) headers['Set-Cookie'] = newSessionCookie()
    return body(await readFile(new URL('../index.html', import.meta.url), 'utf8'), 200, headers)
  })

  app.post('/api/itr/status', ({ req }) => proxy(req.raw))

  app.use('/api/*', async ({ req, header, json }, next) => {
    header('Cache-Control', 'no-store')
    // A form of another site cannot send JSON, and a script would need a CORS preflight (OWASP CSRF cheat sheet).
    if (req.method === 'POST' && !JSON_TYPE.test(req.header('Content-Type') ?? ''))
      return json({ error_code: 'unsupported_media_type' }, 415)
    if (!sessionOf(req.raw)) return json({ error_code: 'no_session' }, 401)
    return next()
  })

  app.post('/api/itr/start', async ({ req, json }) => {
    const { pan, password, consent } = await readObject(req.raw)
    const username = typeof pan === 'string' ? pan.toUpperCase() : ''
    if (consent !== true || !PAN.test(username) || typeof password !== 'string' || password === '')
      return json({ error_code: 'invalid_request' }, 400)
    // The password is used once: never stored, logged or retried.
    const job = await callAnalyzer(analyzer, 'analyze', { username, password })
    if (!job) return json({ error_code: 'start_refused' }, 422)
    if (typeof job.job_id !== 'string') throw new Error('the ITR Analyzer began a job without an id')
    // `seal` rejects an empty id.
    return json({ handle: await handles.seal(sessionOf(req.raw)!, job.job_id) }, 201)
  })

  app.post('/api/itr/forget', async ({ req, body }) => {
    const { handle } = await readObject(req.raw)
    await handles.end(String(handle), sessionOf(req.raw))
    return body(null, 204)
  })

  app.post('/api/itr/summary', async ({ req, json }) => {
    const { handle } = await readObject(req.raw)
    const job = await proxy.getJob(handle, req.raw)
    if (job?.status !== 'completed') return json({ error_code: 'not_completed' }, 409)
    const data = await callAnalyzer(analyzer, 'data', {
      job_id: await handles.jobIdOf(job.jobId, sessionOf(req.raw)),
    })
    return data ? json(toIncomeSummary(data)) : json({ error_code: 'not_completed' }, 409)
  })

  app.post('/api/applications', async ({ req, json }) => {
    const { itrVerification, ...application } = await readObject(req.raw)
    // The page sends the form again if it has lost the response.
    const earlier = await handles.receiptOf(String(itrVerification), sessionOf(req.raw))
    if (earlier) return json({ number: earlier }, 201)
    // The value of the form proves nothing: anybody can post any string.
    const job = await proxy.getJob(itrVerification, req.raw)
    if (job?.status !== 'completed') return json({ error_code: 'not_completed' }, 422)
    if (Object.keys(faultsOf(toLoanApplication(application))).length > 0)
      return json({ error_code: 'invalid_application' }, 422)
    // One job serves one application, also when two arrive at once.
    const number = `PL-${randomInt(10_000_000, 100_000_000)}`
    const isFirst = await handles.end(job.jobId, sessionOf(req.raw), number)
    return isFirst ? json({ number }, 201) : json({ error_code: 'not_completed' }, 422)
  })

  app.get('/api/demo', ({ json }) =>
    json({ analyzer: analyzer.baseUrl, simulation: simulation?.settings() ?? null } satisfies DemoSettings),
  )

  app.post('/api/demo', async ({ req, json }) =>
    simulation?.configure(await readObject(req.raw))
      ? json({ analyzer: analyzer.baseUrl, simulation: simulation.settings() } satisfies DemoSettings)
      : json({ error_code: 'invalid_request' }, 400),
  )

  app.onError((error, { req, json }) => {
    console.error(`${req.method} ${req.path}: ${error.message}`)
    return json({ error_code: 'unavailable' }, 503)
  })

  return app
}

async function readObject(request: Request): Promise<Record<string, unknown>> {
  try {
    return Object(await request.json()) as Record<string, unknown>
  } catch {
    return {}
  }
}
