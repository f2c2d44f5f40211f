import { createFetchUpstream } from './createFetchUpstream.ts'
import { withDefaultUpstream } from './createItrStatusProxy.ts'

/** The proxy of Vercel's edge runtime, where Next.js 13 and 14 cache each `fetch` by default, a POST too. */
export const createItrStatusProxy = withDefaultUpstream(createFetchUpstream({ cache: 'no-store' }))
export { createItrJobHandles } from './createItrJobHandles.ts'
