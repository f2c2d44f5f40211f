// app/api/itr/start/route.ts
import { readAtMost } from '../checks/readAtMost.ts'
import { startItrJob } from '../from-consent-to-data/startItrJob.ts'

/** Receives the HTML form, passes it to `startItrJob` as JSON, and keeps the handle in the cookie that the page reads. */
export async function POST(request: Request): Promise<Response> {
  const body = await readAtMost(4096, request).catch(() => null)
  const form = await body?.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })

  const headers = new Headers(request.headers)
  headers.set('Content-Type', 'application/json')
  // A checkbox without a value sends "on".
  const fields = { consent: form.get('consent') === 'on', password: form.get('password') }
  const response = await startItrJob(
    new Request(request.url, { method: 'POST', headers, body: JSON.stringify(fields) }),
  )
  if (!response.ok) return response

  const { handle } = (await response.json()) as { handle: string }
  return new Response(null, {
    status: 303,
    headers: { Location: '/', 'Set-Cookie': `itr_handle=${handle}; Path=/; HttpOnly; SameSite=Lax` },
  })
}
