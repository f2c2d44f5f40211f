import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { countAttempt, panOf, userOf } from './applicants'

const apiKey = process.env.FINPASS_API_KEY!
const apiSecret = process.env.FINPASS_API_SECRET!
const secrets = (process.env.ITR_HANDLE_SECRETS ?? '').split(',')
const baseUrl = process.env.FINPASS_BASE_URL ?? 'https://api.finpass.ai/api/v1'

/** Encrypts job ids for the browser, bound to the user. */
const handles = createItrJobHandles({ secrets, ttl: 60 * 60_000 })

const itrStatusProxy = createItrStatusProxy({
  apiKey,
  apiSecret,
  baseUrl,
  // One call per job in this time, in ms. Only a simulated upstream may be called more often than every 5 s.
  minUpstreamInterval: process.env.FINPASS_BASE_URL ? 100 : 5000,
  resolveJob(handle, request) {
    const user = userOf(request.headers.get('Cookie'))
    return user && handles.open(handle, user)
  },
})

const app = new Hono<{ Variables: { user: string } }>()

// Refuses forms of other sites with 403 before they get a session.
app.use('/api/*', csrf())

// Stands for your sign-in, but gives each visitor a session in place of a 401. It comes before the routes: in development, Vite
// sends the page, so the first request here is one to `/api`.
app.use(async (context, next) => {
  let user = userOf(context.req.header('Cookie'))
  if (user === null) {
    user = crypto.randomUUID()
    setCookie(context, 'session', user, { httpOnly: true, sameSite: 'Lax' })
  }
  context.set('user', user)
  await next()
})

app.all('/api/itr/status', ({ req }) => itrStatusProxy(req.raw))

// Starts a job for the signed-in user. Before real data is read, record consent: docs/from-consent-to-data.md.
app.post('/api/itr/start', bodyLimit({ maxSize: 4096 }), async ({ req, text, var: { user } }) => {
  const refuse = (status: 400 | 422 | 429 | 503) =>
    text('We got no confirmation that your returns are on their way.', status)
  const form = await req.formData().catch(() => new FormData())
  const password = form.get('password')
  if (typeof password !== 'string' || password === '') return refuse(400)
  if (!countAttempt(user)) return refuse(429)

  const response = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
    body: JSON.stringify({ username: panOf(user), password }),
    // A 307 would forward the password.
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => Response.error())
  const { success, data } = Object(await response.json().catch(() => null))
  // Statuses about our keys, our rate or their service, not about the password.
  const isOurTrouble = [401, 403, 429].includes(response.status) || response.status >= 500
  if (success === false && !isOurTrouble) return refuse(422)
  const jobId = response.ok && data?.job_id
  // It is unknown whether a job has started. Never repeat the call by code: it could lock the account.
  if (typeof jobId !== 'string' || jobId === '') return refuse(503)

  return text(await handles.seal(jobId, user))
})

// Receives the form. Anybody can post any string, so check the handle on the server.
app.post('/api/apply', bodyLimit({ maxSize: 65_536 }), async ({ req, text }) => {
  const form = await req.formData().catch(() => new FormData())
  try {
    const job = await itrStatusProxy.getJob(form.get('itrVerification'), req.raw)
    return job?.status === 'completed'
      ? text(`Thank you, ${String(form.get('applicant'))}.`, 201)
      : text('We do not have your returns.', 422)
  } catch {
    // The upstream gave no status. The person can send the form again.
    return text('Please try again.', 503)
  }
})

app.use(serveStatic({ root: './dist/client' }))

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
)
