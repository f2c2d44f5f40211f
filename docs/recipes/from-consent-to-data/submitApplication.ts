import { applicants, applications } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { itrStatus, resolveJob } from './itrStatus.ts'
import { readItrData } from './readItrData.ts'

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/applications`: receives a form whose field `itrVerification` contains the handle. */
export async function submitApplication(request: Request): Promise<Response> {
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  const form = await request.formData().catch(() => null)
  const amount = Number(form?.get('amount'))
  if (!form || !Number.isFinite(amount) || amount <= 0) return refuse(400, 'invalid_request')

  try {
    // Anybody can post any string, so get the status again, with the permissions of this caller.
    const job = await itrStatus.getJob(form.get('itrVerification'), request)
    const jobId = job?.status === 'completed' && (await resolveJob(job.jobId, request))
    if (!jobId) return refuse(422, 'not_verified')

    const { pan, name, income } = await readItrData(jobId)
    // A person who knows somebody else's portal password can start a job for that person's returns.
    if (pan !== applicants.get(user)?.pan) return refuse(422, 'another_person')
    applications.push({ user, amount, name, income })
    return Response.json({ accepted: true }, { status: 201 })
  } catch {
    // The status or the data are unknown, so the person may submit again.
    return refuse(503, 'try_again')
  }
}
