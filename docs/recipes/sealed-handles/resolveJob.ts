import { createItrJobHandles } from 'itr-progress/proxy'
import { userOf } from '../host/session.ts'

const handles = createItrJobHandles({
  // To rotate: the new secret in front, the old one behind it until `ttl` is over.
  secrets: process.env.ITR_HANDLE_SECRETS!.split(','),
  // As long as filling in the form may take: the handle is opened again when the form arrives.
  ttl: 60 * 60_000,
})

/** Where `/analyze` has begun a job: what the browser gets in place of its id. */
export const issueHandle = (jobId: string, user: string): Promise<string> => handles.seal(jobId, user)

/** Opens for the user it was sealed for, until it expires. Everything else is null, and no two nulls can be told apart. */
export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  return user === null ? null : handles.open(handle, user)
}
