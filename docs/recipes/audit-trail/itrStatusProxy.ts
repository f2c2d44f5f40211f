import { createItrStatusProxy } from 'itr-progress/proxy'
import { auditLog } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  // The event does not identify the caller, so add the user.
  async onEvent(event, request) {
    auditLog.push({ ...event, user: await userOf(request) })
  },
})
