import { http, type HttpHandler } from 'msw'
import { askProxy } from '../askProxy.ts'
import type { ItrSimulator } from '../simulator/createItrSimulator.ts'

/**
 * Returns MSW handlers of a host's proxy at `proxyUrl` (MSW patterns work): this package's proxy in front of the simulator.
 * The handlers do on the network what `itrProxyFetch` does for the hook's `fetch` option.
 *
 * @example
 * const worker = setupWorker(...itrProxyHandlers(simulator, '/api/itr/status'))
 */
export function itrProxyHandlers(simulator: ItrSimulator, proxyUrl: string | URL): HttpHandler[] {
  return [http.all(String(proxyUrl), ({ request }) => askProxy(simulator, request))]
}
