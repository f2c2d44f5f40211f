import { countAttempt, panOf, userOf } from '../../../../applicants'
import { baseUrl, env, handles } from '../../../../lib/itr'

const refuse = (status: number) =>
  new Response('We got no confirmation that your returns are on their way.', { status })

/** Starts a job for the signed-in user. Before real data is read, record consent: docs/from-consent-to-data.md. */
export async function POST(request: Request): Promise<Response> {
  const user = userOf(request.headers.get('Cookie'))
  if (user === null) return refuse(401)
  // A body without a length could be of any size.
  if (!(Number(request.headers.get('Content-Length') ?? NaN) <= 4096)) return refuse(413)
  const form = await request.formData().catch(() => new FormData())
  const password = form.get('password')
  if (typeof password !== 'string' || password === '') return refuse(400)
  // Throws for unusable secrets. Later, a started job would get no handle, and the password would be used for nothing.
  await handles.seal('probe', user)
  if (!countAttempt(user)) return refuse(429)

  const response = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-API-KEY': env('FINPASS_API_KEY'),
      'X-API-SECRET': env('FINPASS_API_SECRET'),
    },
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

  const handle = await handles.seal(jobId, user)
  return new Response(null, {
    status: 303,
    headers: { Location: '/', 'Set-Cookie': `itr_handle=${handle}; Path=/; HttpOnly; SameSite=Lax` },
  })
}
