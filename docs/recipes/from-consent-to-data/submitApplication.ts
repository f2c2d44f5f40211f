import { isOwnPage } from '../checks/isOwnPage.ts'
import { readAtMost } from '../checks/readAtMost.ts'
import { applicants, applications } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { checkEnvironment, itrStatus, resolveJob } from './itrStatus.ts'
import { readItrData } from './readItrData.ts'

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/applications`: receives a form whose field `itrVerification` contains the handle. */
export async function submitApplication(request: Request): Promise<Response> {
  await checkEnvironment()
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  if (!isOwnPage(request)) return refuse(403, 'forbidden_origin')
  const body = await readAtMost(65_536, request).catch(() => null)
  if (!body) return refuse(413, 'body_too_large')

  const form = await body.formData().catch(() => null)
  const amount = Number(form?.get('amount'))
  if (!form || !Number.isFinite(amount) || amount <= 0) return refuse(400, 'invalid_request')
  const pan = applicants.get(user)?.pan
  if (!pan) return refuse(409, 'no_pan')

  try {
    // Anybody can post any string, so get the status again, with the permissions of this caller.
    const job = await itrStatus.getJob(form.get('itrVerification'), request)
    const jobId = job?.status === 'completed' && (await resolveJob(job.jobId, request))
    if (!jobId) return refuse(422, 'not_completed')

    const data = await readItrData(jobId, pan)
    if (!data) return refuse(422, 'another_person')
    applications.push({ user, amount, ...data })
    return Response.json({ accepted: true }, { status: 201 })
  } catch {
    // The status or the data are unknown, so the person may submit again.
    return refuse(503, 'try_again')
  }
}
