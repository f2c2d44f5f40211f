import { http, type HttpHandler } from 'msw'
import { itrProxyFetch } from '../itrProxyFetch.ts'
import type { ItrSimulator } from '../simulator/types.ts'

/**
 * Returns MSW handlers of a host's proxy at `proxyUrl`, which can be an MSW pattern. On the network they do what
 * `itrProxyFetch` does for the hook's `fetch` option.
 *
 * @example
 * const worker = setupWorker(...itrProxyHandlers(simulator, '/api/itr/status'))
 */
export function itrProxyHandlers(simulator: ItrSimulator, proxyUrl: string | URL): HttpHandler[] {
  const proxyFetch = itrProxyFetch(simulator)
  // Without the signal: MSW aborts the request itself, and would log the rejection of the handler as an error.
  return [http.all(String(proxyUrl), ({ request }) => proxyFetch(request, { signal: null }))]
}
