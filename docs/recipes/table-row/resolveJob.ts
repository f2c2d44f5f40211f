import { randomBytes } from 'node:crypto'
import { itrJobs } from '../host/itrJobs.ts'
import { userOf } from '../host/session.ts'

/** As long as filling in the form may take, in ms: the row is looked up again when the form arrives. */
const KEPT_FOR = 60 * 60_000

/** Where `/analyze` has begun a job: what the browser gets in place of its id. */
export async function issueHandle(jobId: string, user: string): Promise<string> {
  const handle = randomBytes(16).toString('base64url')
  await itrJobs.insert({ handle, user, jobId, expiresAt: new Date(Date.now() + KEPT_FOR) })
  return handle
}

export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  const row = user === null ? null : await itrJobs.find(handle, user)
  return row?.jobId ?? null
}

/** Once the application is decided, the job id is needed no longer. */
export async function forgetHandle(handle: string, request: Request): Promise<void> {
  const user = await userOf(request)
  if (user !== null) await itrJobs.delete(handle, user)
}
