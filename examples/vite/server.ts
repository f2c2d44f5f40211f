import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'

const apiKey = process.env.FINPASS_API_KEY!
const apiSecret = process.env.FINPASS_API_SECRET!
const baseUrl = process.env.FINPASS_BASE_URL!

/** Encrypts job ids for the browser, bound to the session. */
const handles = createItrJobHandles({ secrets: [process.env.ITR_HANDLE_SECRET!], ttl: 60 * 60_000 })

/** Replace this with the sign-in of your app. */
const sessionOf = (request: Request) =>
  /(?:^|; )session=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

const itrStatus = createItrStatusProxy({
  apiKey,
  apiSecret,
  baseUrl,
  // Only for a simulated upstream. Remove it to use the default of 5 s.
  minUpstreamInterval: 100,
  resolveJob(handle, request) {
    const session = sessionOf(request)
    return session && handles.open(handle, session)
  },
})

const app = new Hono()

app.all('/api/itr/status', ({ req }) => itrStatus(req.raw))

// Starts a job at a simulated ITR Analyzer. With real accounts, check session, origin and size first, take the PAN from your KYC and limit the attempts,
// and record consent: docs/from-consent-to-data.md has that route.
app.post('/api/itr/start', async (context) => {
  const { pan, password } = await context.req.parseBody()
  const answer = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
    body: JSON.stringify({ username: pan, password }),
  })
  if (!answer.ok) return context.text('We could not start to get your returns.', 422)

  const { data } = (await answer.json()) as { data: { job_id: string } }
  const session = getCookie(context, 'session') ?? crypto.randomUUID()
  setCookie(context, 'session', session, { httpOnly: true, sameSite: 'Lax' })
  return context.text(await handles.seal(data.job_id, session))
})

// Receives the form. Anybody can post any string, so check the handle on the server.
app.post('/api/apply', async ({ req, text }) => {
  const { itrVerification, applicant } = await req.parseBody()
  try {
    const job = await itrStatus.getJob(itrVerification, req.raw)
    return job?.status === 'completed'
      ? text(`Thank you, ${String(applicant)}.`, 201)
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
