import { createFetchUpstream } from './createFetchUpstream.ts'
import { createProxy, type ItrStatusProxy } from './createProxy.ts'
import type { ItrStatusProxyOptions } from './types.ts'

const fetchUpstream = createFetchUpstream()

/**
 * Creates the route that the browser polls. It keeps the API keys, calls the ITR Analyzer and sends only the fields that the
 * browser needs. It runs on every runtime with web-standard `fetch`.
 *
 * @throws {TypeError} for an unusable option
 * @example
 * export const POST = createItrStatusProxy({
 *   apiKey: () => process.env.FINPASS_API_KEY!,
 *   apiSecret: () => process.env.FINPASS_API_SECRET!,
 *   resolveJob: async (handle, request) => jobs.idFor(handle, await userOf(request)),
 * })
 */
export function createItrStatusProxy(options: ItrStatusProxyOptions): ItrStatusProxy {
  return createProxy(options, fetchUpstream)
}
