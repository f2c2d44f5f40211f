import { createItrStatusProxy } from 'itr-progress/proxy'
import { upstreamOverGet } from 'itr-progress/proxy/node'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  upstream: upstreamOverGet,
})
