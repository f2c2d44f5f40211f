import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts' // or '../table-row/resolveJob.ts'

// The status route exports this proxy, and the form's route calls its `getJob`: both need the same instance.
export const itrStatusProxy = createItrStatusProxy({
  // Functions, so that a build without these variables does not fail.
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL, // default: https://api.finpass.ai/api/v1
  resolveJob,
})
