import { askProxy } from './askProxy.ts'
import type { ItrSimulator } from './createItrSimulator.ts'

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
    return untilAborted(signal, () => askProxy(simulator, request))
  }
}

/** What a relative URL is relative to; outside a page, where `fetch` would refuse it, any origin will do. */
const pageUrl = () => (globalThis.location?.origin?.startsWith('http') ? location.href : 'http://localhost/')

/** Rejects with the signal's reason as soon as it is aborted, as `fetch` does; what runs goes on. */
function untilAborted<T>(signal: AbortSignal | null, run: () => Promise<T>): Promise<T> {
  if (!signal) return run()
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error)
    signal.addEventListener('abort', leave)
    void run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', leave))
  })
}
