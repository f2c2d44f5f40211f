import { rejectOnAbort } from '../internal/rejectOnAbort.ts'
import { askProxy } from './askProxy.ts'
import type { ItrSimulator } from './simulator/createItrSimulator.ts'

/**
 * A `fetch` that answers as a host's proxy does, whatever the URL: it is our proxy before the simulator, for
 * the hook's `fetch` option. A job's raw id is its handle, and no keys are needed.
 *
 * @example
 * useItrJobStatus({ jobId: simulator.start(), proxyUrl: '/api/itr/status', fetch: itrProxyFetch(simulator) })
 */
export function itrProxyFetch(simulator: ItrSimulator): typeof fetch {
  return async (input, init) => {
    // The signal is heeded here: a Request refuses the one of a simulated DOM.
    const { signal = input instanceof Request ? input.signal : null, ...rest } = init ?? {}
    const request = new Request(input instanceof Request ? input : new URL(input, pageUrl()), rest)
    signal?.throwIfAborted()
    return rejectOnAbort(askProxy(simulator, request), signal)
  }
}

/** What a relative URL is relative to; outside a page, where `fetch` would refuse it, any origin will do. */
const pageUrl = () => (globalThis.location?.origin?.startsWith('http') ? location.href : 'http://localhost/')
