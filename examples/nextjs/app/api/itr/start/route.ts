import { env, handles, sessionOf } from '../../../../itrStatus'

/** Starts a job. A real app also records consent: see docs/from-consent-to-data.md. */
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
