import { itrStatus } from '../../../itrStatus'

/** Where the form arrives. Anybody can post any string, so the proxy is asked. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  try {
    const job = await itrStatus.getJob(form.get('itrVerification'), request)
    if (job?.status !== 'completed') return new Response('Not verified.', { status: 422 })
    return new Response(`Thank you, ${String(form.get('applicant'))}.`, { status: 201 })
  } catch {
    // Nobody could be asked. That is no verdict.
    return new Response('Please try again.', { status: 503 })
  }
}
