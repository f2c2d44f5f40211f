import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

/** `POST /api/applications`: a form whose field `itrVerification` holds the handle. */
export async function submitApplication(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null)
  if (!form) return Response.json({ error_code: 'invalid_request' }, { status: 400 })
  try {
    // Anybody can post any string, so the job is asked for again, as this caller.
    const job = await itrStatusProxy.getJob(form.get('itrVerification'), request)
    if (job?.status !== 'completed') return Response.json({ error_code: 'not_verified' }, { status: 422 })
  } catch {
    // An ItrStatusError: nobody could be asked. That is no verdict, so let the person submit again.
    return Response.json({ error_code: 'try_again' }, { status: 503 })
  }
  return Response.json({ accepted: true }, { status: 201 })
}
