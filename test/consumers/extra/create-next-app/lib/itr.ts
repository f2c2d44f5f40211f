import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'

/** The only user. */
const USER = 'asha'

const handles = createItrJobHandles({
  secrets: () => process.env.ITR_HANDLE_SECRETS!.split(','),
  ttl: 60 * 60_000,
})

export const issueHandle = (jobId: string) => handles.seal(jobId, USER)

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob: (handle) => handles.open(handle, USER),
})
