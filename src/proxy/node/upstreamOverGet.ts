import type { ItrUpstream } from '../types.ts'
import { createNodeUpstream } from './createNodeUpstream.ts'

/**
 * Sends the request of the vendor's other sample: a GET with a JSON body. Its response is flat and contains the steps. `fetch`
 * refuses a GET with a body (Fetch Standard, the `Request` constructor). Each request has a connection of its own: an
 * intermediary that ignores the body of a GET would read it as the start of the next request.
 *
 * @example
 * createItrStatusProxy({ apiKey, apiSecret, resolveJob, upstream: upstreamOverGet })
 */
export const upstreamOverGet: ItrUpstream = createNodeUpstream({ method: 'GET', keepAlive: false })
