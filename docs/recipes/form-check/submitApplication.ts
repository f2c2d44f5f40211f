import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

/** `POST /api/applications`: receives a form whose field `itrVerification` contains the handle. */
export async function submitApplication(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null)
  if (!form) return Response.json({ error_code: 'invalid_request' }, { status: 400 })
  try {
    // Anybody can post any string, so get the status again, with the permissions of this caller.
    const job = await itrStatusProxy.getJob(form.get('itrVerification'), request)
    if (job?.status !== 'completed') return Response.json({ error_code: 'not_verified' }, { status: 422 })
  } catch {
    // An ItrStatusError: the status is unknown, so the person may submit again.
    return Response.json({ error_code: 'try_again' }, { status: 503 })
  }
  return Response.json({ accepted: true }, { status: 201 })
}
