import { createItrJobHandles } from 'itr-progress/proxy'
import { requireEnv } from '../checks/requireEnv.ts'
import { userOf } from '../host/session.ts'

const handles = createItrJobHandles({
  // The first secret seals, all of them open. A function, so that a build without the variable does not fail.
  secrets: () => requireEnv('ITR_HANDLE_SECRETS').split(','),
  // Longer than the person needs for the form: the handle is opened again when the form arrives.
  ttl: 60 * 60_000,
})

/** Returns the handle that the browser gets instead of the job id. Call it when `/analyze` has started a job. */
export const issueHandle = (jobId: string, user: string): Promise<string> => handles.seal(jobId, user)

/** Returns the job id if the handle is valid and belongs to the signed-in user, else null. */
export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  return user === null ? null : handles.open(handle, user)
}
