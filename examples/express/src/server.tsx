import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express, { type Request as ExpressRequest } from 'express'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { renderToPipeableStream } from 'react-dom/server'
import { countAttempt, panOf, userOf } from './applicants'
import { Page } from './Page'

const apiKey = process.env.FINPASS_API_KEY!
const apiSecret = process.env.FINPASS_API_SECRET!
const secrets = (process.env.ITR_HANDLE_SECRETS ?? '').split(',')
const baseUrl = process.env.FINPASS_BASE_URL ?? 'https://api.finpass.ai/api/v1'

/** Encrypts job ids for the browser, bound to the user. */
const handles = createItrJobHandles({ secrets, ttl: 60 * 60_000 })

const cookieOptions = { httpOnly: true, sameSite: 'lax' } as const

const itrStatusProxy = createItrStatusProxy({
  apiKey,
  apiSecret,
  baseUrl,
  // One call per job in this time, in ms. Only a simulated upstream may be called more often than every 5 s.
  minUpstreamInterval: process.env.FINPASS_BASE_URL ? 100 : 5000,
  async resolveJob(handle, request) {
    const user = userOf(request.headers.get('Cookie'))
    return user && handles.open(handle, user)
  },
})

const app = express()

// Before any body parser: the proxy reads the body itself.
app.all('/api/itr/status', getRequestListener(itrStatusProxy))

app.use(express.static('dist/client'))
app.use(express.urlencoded({ extended: false, limit: '4kb' }))

app.get('/', (req, res) => {
  // Stands for your sign-in: gives each visitor a session. `lax`: another site cannot post with this cookie (CSRF).
  if (userOf(req.headers.cookie) === null) res.cookie('session', crypto.randomUUID(), cookieOptions)
  const nonce = randomBytes(16).toString('base64')
  res.set(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; ` +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  const page = <Page handle={/(?:^|; )itr_handle=([\w.-]+)/.exec(req.headers.cookie ?? '')?.[1]} />
  const { pipe } = renderToPipeableStream(page, {
    nonce,
    bootstrapModules: ['/client.js'],
    onShellReady: () => void pipe(res.type('html')),
  })
})

// "Start again": without a handle, the page has the form that starts a job.
app.get('/restart', (_, res) => res.clearCookie('itr_handle', cookieOptions).redirect(303, '/'))

// Starts a job for the signed-in user. Before real data is read, record consent: docs/from-consent-to-data.md.
app.post('/api/itr/start', async (req, res) => {
  const refuse = (status: number) =>
    void res.status(status).send('We got no confirmation that your returns are on their way.')
  const user = userOf(req.headers.cookie)
  if (user === null) return refuse(401)
  const { password } = (req.body ?? {}) as Record<string, unknown>
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

  res.cookie('itr_handle', await handles.seal(jobId, user), cookieOptions)
  res.redirect(303, '/')
})

// Receives the form. Anybody can post any string, so check the handle on the server.
app.post('/api/apply', async (req, res) => {
  const { itrVerification, applicant } = (req.body ?? {}) as Record<string, unknown>
  res.type('text')
  try {
    const job = await itrStatusProxy.getJob(itrVerification, toRequest(req))
    if (job?.status === 'completed') res.status(201).send(`Thank you, ${String(applicant)}.`)
    else res.status(422).send('We do not have your returns.')
  } catch {
    // The upstream gave no status. The person can send the form again.
    res.status(503).send('Please try again.')
  }
})

/** The request as `resolveJob` needs it: with the session cookie. */
const toRequest = ({ headers }: ExpressRequest) =>
  new Request('http://localhost', { headers: { Cookie: headers.cookie ?? '' } })

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
