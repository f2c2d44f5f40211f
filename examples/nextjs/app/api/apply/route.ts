import { itrStatusProxy } from '../../../lib/itr'

/** Receives the form. Anybody can post any string, so it checks the handle on the server. */
export async function POST(request: Request): Promise<Response> {
  // A body without a length could be of any size.
  if (!(Number(request.headers.get('Content-Length') ?? NaN) <= 65_536))
    return new Response('Your application is too large.', { status: 413 })
  const form = await request.formData().catch(() => new FormData())
  try {
    const job = await itrStatusProxy.getJob(form.get('itrVerification'), request)
    if (job?.status !== 'completed') return new Response('We do not have your returns.', { status: 422 })
    return new Response(`Thank you, ${String(form.get('applicant'))}.`, { status: 201 })
  } catch {
    // The upstream gave no status. The person can send the form again.
    return new Response('Please try again.', { status: 503 })
  }
}
