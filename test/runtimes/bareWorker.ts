import { env } from 'cloudflare:workers'
import { createItrStatusProxy } from 'itr-progress/proxy'

/** The proxy without `waitUntil`: when a caller disconnects, the platform cancels timers and upstream call of the request. */
export default {
  fetch: createItrStatusProxy({
    apiKey: 'key-of-the-host',
    apiSecret: 'secret-of-the-host',
    baseUrl: env.baseUrl,
    upstreamTimeout: 1_000,
    maxUpstreamCalls: 1,
    resolveJob: (handle) => handle,
  }),
}
