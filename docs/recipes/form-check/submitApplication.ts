import { isOwnPage } from '../checks/isOwnPage.ts'
import { readAtMost } from '../checks/readAtMost.ts'
import { userOf } from '../host/session.ts'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/applications`: receives a form whose field `itrVerification` contains the handle. */
export async function submitApplication(request: Request): Promise<Response> {
  if ((await userOf(request)) === null) return refuse(401, 'no_session')
  if (!isOwnPage(request)) return refuse(403, 'forbidden_origin')
  const body = await readAtMost(65_536, request).catch(() => null)
  if (!body) return refuse(413, 'body_too_large')
  const form = await body.formData().catch(() => null)
  if (!form) return refuse(400, 'invalid_request')
  try {
    // Anybody can post any string, so get the status again, with the permissions of this caller.
    const job = await itrStatusProxy.getJob(form.get('itrVerification'), request)
    if (job?.status !== 'completed') return refuse(422, 'not_completed')
  } catch {
    // An ItrStatusError: the status is unknown, so the person may submit again.
    return refuse(503, 'try_again')
  }
  return Response.json({ accepted: true }, { status: 201 })
}
