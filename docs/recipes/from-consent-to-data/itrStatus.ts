import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { auditLog } from '../host/records.ts'
import { userOf } from '../host/session.ts'

/** Where the ITR Analyzer is, and what it knows us by. None of it leaves the server. */
export const analyzer = {
  apiKey: process.env.FINPASS_API_KEY!,
  apiSecret: process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL ?? 'https://api.finpass.ai/api/v1',
}

/** The browser gets a handle in place of the job id: sealed for one user, and for as long as filling in the form may take. */
export const handles = createItrJobHandles({
  secrets: process.env.ITR_HANDLE_SECRETS!.split(','),
  ttl: 60 * 60_000,
})

/** The job behind a handle, if this caller is the one that it was sealed for. */
export async function resolveJob(handle: string, request: Request): Promise<string | null> {
  const user = await userOf(request)
  return user === null ? null : handles.open(handle, user)
}

/** `POST /api/itr/status`: what the widget asks; and `itrStatus.check`, what our own routes ask. */
export const itrStatus = createItrStatusProxy({
  ...analyzer,
  resolveJob,
  async onEvent(event, request) {
    auditLog.push({ ...event, user: await userOf(request) })
  },
})
