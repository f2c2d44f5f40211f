/** @ts-ignore Kept in the types: msw is an optional peer, and who has none gets no error from them. */
import type { HttpHandler } from 'msw'
import type { ItrSimulator } from './createItrSimulator.ts'
import { askProxy } from './askProxy.ts'
import { mswHttp } from './mswHttp.ts'

/**
 * MSW handlers of a host's proxy at `proxyUrl`, which may be a pattern of MSW's: what `itrProxyFetch` is to
 * the hook's `fetch` option, on the network.
 *
 * @throws {Error} where msw is not installed.
 * @example
 * const worker = setupWorker(...itrProxyHandlers(simulator, '/api/itr/status'))
 */
export function itrProxyHandlers(simulator: ItrSimulator, proxyUrl: string | URL): HttpHandler[] {
  return [mswHttp('itrProxyHandlers').all(String(proxyUrl), ({ request }) => askProxy(simulator, request))]
}
