import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { requireEnv } from '../checks/requireEnv.ts'
import { auditLog } from '../host/records.ts'
import { userOf } from '../host/session.ts'

/** Address and keys of the ITR Analyzer. The keys are functions, so that a build without them does not fail. */
export const analyzer = {
  apiKey: () => requireEnv('FINPASS_API_KEY'),
  apiSecret: () => requireEnv('FINPASS_API_SECRET'),
  baseUrl: process.env.FINPASS_BASE_URL ?? 'https://api.finpass.ai/api/v1',
}

/** Creates the handles that the browser gets instead of job ids. `ttl` is longer than the person needs for the form. */
export const handles = createItrJobHandles({
  secrets: () => requireEnv('ITR_HANDLE_SECRETS').split(','),
  ttl: 60 * 60_000,
})

/** @throws an error that names a missing variable or the flaw of a secret. Call it before any work. */
export async function checkEnvironment(): Promise<void> {
  const names = ['APP_ORIGIN', 'FINPASS_API_KEY', 'FINPASS_API_SECRET', 'ITR_HANDLE_SECRETS']
  names.forEach(requireEnv)
  // With an unusable secret, a started job would get no handle, and the password would be used for nothing.
  await handles.seal('probe', 'probe')
}

/** Returns the job id if the handle was sealed for this caller, else null. */
export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  return user === null ? null : handles.open(handle, user)
}

/** `POST /api/itr/status`: the route that the widget polls. Our own routes call `itrStatus.getJob`. */
export const itrStatus = createItrStatusProxy({
  ...analyzer,
  resolveJob,
  async onEvent(event, request) {
    auditLog.push({ ...event, user: await userOf(request) })
  },
})
