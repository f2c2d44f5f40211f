import { rejectOnAbort } from '../internal/rejectOnAbort.ts'
import { createProxy } from '../proxy/createProxy.ts'
import { keysOf } from './simulator/createItrSimulator.ts'
import { toUpstream } from './simulator/toUpstream.ts'
import type { ItrSimulator } from './simulator/types.ts'

/**
 * Returns a `fetch` for the hook's option `fetch`: our proxy in front of the simulator, at any URL. The handle is the raw job
 * id. No keys are needed, and each request reaches the simulator.
 *
 * @throws {TypeError} if the environment lacks a global that it needs, as Jest's jsdom does
 * @example
 * useItrJobStatus({ jobId: simulator.start(), proxyUrl: '/api/itr/status', fetch: itrProxyFetch(simulator) })
 */
export function itrProxyFetch(simulator: ItrSimulator): typeof fetch {
  // Checked before the hook calls the function: the hook would show the error as a failed connection.
  assertGlobals()
  return async (input, init) => {
    // A Request of Node rejects the AbortSignal of jsdom, so the signal stays outside.
    const { signal = input instanceof Request ? input.signal : null, ...rest } = init ?? {}
    const request = new Request(input instanceof Request ? input : new URL(input, pageUrl()), rest)
    if (signal?.aborted) throw signal.reason
    return rejectOnAbort(callProxy(simulator, request), signal)
  }
}

const neededGlobals = ['Headers', 'Request', 'Response', 'TextDecoder', 'TextEncoder']

function assertGlobals() {
  const missing = neededGlobals.filter((name) => Reflect.get(globalThis, name) === undefined)
  // Polyfills such as whatwg-fetch have no streams.
  if (missing.length === 0 && !new Response('x').body) missing.push('Response.body')
  if (missing.length > 0)
    throw new TypeError(
      `itr-progress: The test environment lacks ${missing.join(', ')}. Expected the globals of Node 20. ` +
        'With Jest, use jest-fixed-jsdom or jest-environment-node.',
    )
}

/** Base of relative URLs. Outside a page `fetch` rejects them, but here any origin works. */
const pageUrl = () => (globalThis.location?.origin?.startsWith('http') ? location.href : 'http://localhost/')

async function callProxy(simulator: ItrSimulator, request: Request): Promise<Response> {
  // A new proxy for each request has an empty cache.
  const proxy = createProxy(
    { ...keysOf(simulator), resolveJob: (handle) => handle },
    toUpstream(simulator.fetch),
  )
  const { method, url } = request
  const headers = new Headers(request.headers)
  const text = await request.text()
  // A plain object: browsers drop Sec-Fetch-Site from a Request, and Firefox has no Request.body.
  headers.set('Sec-Fetch-Site', 'same-origin')
  return proxy({
    method,
    url,
    headers,
    body: new Response(text).body,
    text: async () => text,
  } as Request)
}
