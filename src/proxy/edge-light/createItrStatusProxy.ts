import { createFetchUpstream } from '../createFetchUpstream.ts'
import { createProxy, type ItrStatusProxy } from '../createProxy.ts'
import type { ItrStatusProxyOptions } from '../types.ts'

// In Vercel's edge runtime Next.js 13 and 14 cache each `fetch` by default, a POST too.
const uncachedUpstream = createFetchUpstream({ cache: 'no-store' })

/** `createItrStatusProxy` of Vercel's edge runtime. Some workers throw for any `cache`, so it is not the default. */
export function createItrStatusProxy(options: ItrStatusProxyOptions): ItrStatusProxy {
  return createProxy(options, uncachedUpstream)
}
