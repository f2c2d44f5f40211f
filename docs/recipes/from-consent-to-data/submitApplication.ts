import { applications } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { itrStatus, resolveJob } from './itrStatus.ts'
import { readItrData } from './readItrData.ts'

/** `POST /api/applications`: the form, with the handle in its field `itrVerification`. */
export async function submitApplication(request: Request): Promise<Response> {
  const user = await userOf(request)
  if (user === null) return Response.json({ error_code: 'no_session' }, { status: 401 })
  const form = await request.formData()
  const handle = form.get('itrVerification')

  try {
    // Anybody can post any string: the verification counts if the ITR Analyzer says so now, to this caller.
    const job = await itrStatus.check(handle, request)
    const jobId = job?.status === 'completed' && (await resolveJob(job.jobId, request))
    if (!jobId) return Response.json({ error_code: 'not_verified' }, { status: 422 })

    const { name, income } = await readItrData(jobId)
    applications.push({ user, amount: Number(form.get('amount')), name, income })
    return Response.json({ accepted: true }, { status: 201 })
  } catch {
    // Nobody could be asked. That is no verdict: the person may submit again.
    return Response.json({ error_code: 'try_again' }, { status: 503 })
  }
}
