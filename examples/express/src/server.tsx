import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express, { type Request as ExpressRequest } from 'express'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { renderToPipeableStream } from 'react-dom/server'
import { Page } from './Page'

const apiKey = process.env.FINPASS_API_KEY!
const apiSecret = process.env.FINPASS_API_SECRET!
const baseUrl = process.env.FINPASS_BASE_URL!

/** Encrypts job ids for the browser, bound to the session. */
const handles = createItrJobHandles({ secrets: [process.env.ITR_HANDLE_SECRET!], ttl: 60 * 60_000 })

const cookieOf = (header: string | null | undefined, name: string) =>
  new RegExp(`(?:^|; )${name}=([\\w.-]+)`).exec(header ?? '')?.[1]

const itrStatus = createItrStatusProxy({
  apiKey,
  apiSecret,
  baseUrl,
  // Only for a simulated upstream. Remove it to use the default of 5 s.
  minUpstreamInterval: 100,
  async resolveJob(handle, request) {
    const session = cookieOf(request.headers.get('Cookie'), 'session')
    return session ? handles.open(handle, session) : null
  },
})

const app = express()

// Before any body parser: the proxy reads the body itself.
app.all('/api/itr/status', getRequestListener(itrStatus))

app.use(express.static('dist/client'))
app.use(express.urlencoded({ extended: false }))

app.get('/', (req, res) => {
  const nonce = randomBytes(16).toString('base64')
  res.set(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; ` +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  const page = <Page handle={cookieOf(req.headers.cookie, 'itr_handle')} />
  const { pipe } = renderToPipeableStream(page, {
    nonce,
    bootstrapModules: ['/client.js'],
    onShellReady: () => void pipe(res.type('html')),
  })
})

// Starts a job at a simulated ITR Analyzer. With real accounts, check session, origin and size first, take the PAN from your KYC and limit the attempts,
// and record consent: docs/from-consent-to-data.md has that route.
app.post('/api/itr/start', async (req, res) => {
  const { pan, password } = req.body as Record<string, unknown>
  const answer = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
    body: JSON.stringify({ username: pan, password }),
  })
  if (!answer.ok) return void res.status(422).send('We could not start to get your returns.')

  const { data } = (await answer.json()) as { data: { job_id: string } }
  const session = cookieOf(req.headers.cookie, 'session') ?? crypto.randomUUID()
  res.cookie('session', session, { httpOnly: true, sameSite: 'lax' })
  res.cookie('itr_handle', await handles.seal(data.job_id, session), { httpOnly: true, sameSite: 'lax' })
  res.redirect(303, '/')
})

// Receives the form. Anybody can post any string, so check the handle on the server.
app.post('/api/apply', async (req, res) => {
  const { itrVerification, applicant } = req.body as Record<string, unknown>
  res.type('text')
  try {
    const job = await itrStatus.getJob(itrVerification, toRequest(req))
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
