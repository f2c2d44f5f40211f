import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts' // or '../table-row/resolveJob.ts'

// In a module of its own: the status route answers with it, and the route that gets the form asks its `getJob`.
export const itrStatusProxy = createItrStatusProxy({
  apiKey: process.env.FINPASS_API_KEY!,
  apiSecret: process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL, // not set: https://api.finpass.ai/api/v1
  resolveJob,
})
