import { randomBytes } from 'node:crypto'
import { itrJobs } from '../host/itrJobs.ts'
import { userOf } from '../host/session.ts'

/** Lifetime of a row, in ms. Longer than the person needs for the form: the row is read again when the form arrives. */
const TTL = 60 * 60_000

/** Returns the handle that the browser gets instead of the job id. Call it when `/analyze` has started a job. */
export async function issueHandle(jobId: string, user: string): Promise<string> {
  const handle = randomBytes(16).toString('base64url')
  await itrJobs.insert({ handle, user, jobId, expiresAt: new Date(Date.now() + TTL) })
  return handle
}

/** Returns the job id if the handle exists and belongs to the signed-in user, else null. */
export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  const row = user === null ? null : await itrJobs.find(handle, user)
  return row?.jobId ?? null
}

/** Deletes the row. Call it when the application is decided: the vendor wants job ids deleted when no longer needed. */
export async function forgetHandle(handle: string, request: Request): Promise<void> {
  const user = await userOf(request)
  if (user !== null) await itrJobs.delete(handle, user)
}
