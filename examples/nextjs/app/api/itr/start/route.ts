import { env, handles, sessionOf } from '../../../../itrStatus'

/**
 * Starts a job at a simulated ITR Analyzer. With real accounts, check session, origin and size first, take the PAN from your KYC and limit the attempts,
 * and record consent: docs/from-consent-to-data.md has that route.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const answer = await fetch(`${env('FINPASS_BASE_URL')}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-API-KEY': env('FINPASS_API_KEY'),
      'X-API-SECRET': env('FINPASS_API_SECRET'),
    },
    body: JSON.stringify({ username: form.get('pan'), password: form.get('password') }),
  })
  if (!answer.ok) return new Response('We could not start to get your returns.', { status: 422 })

  const { data } = (await answer.json()) as { data: { job_id: string } }
  const session = sessionOf(request) ?? crypto.randomUUID()
  const headers = new Headers({ Location: '/' })
  for (const [name, value] of Object.entries({
    session,
    itr_handle: await handles().seal(data.job_id, session),
  }))
    headers.append('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`)
  return new Response(null, { status: 303, headers })
}
