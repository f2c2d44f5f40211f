/** @ts-ignore Kept in the types: msw is an optional peer, and who has none gets no error from them. */
import type { HttpHandler } from 'msw'
import type { ItrSimulator } from './createItrSimulator.ts'
import { mswHttp } from './mswHttp.ts'

/**
 * MSW handlers of the ITR Analyzer itself, for tests of a backend: the simulator answers what is sent to
 * `baseUrl` + `/itr-analyzer/…`. MSW takes the body off a GET, so those with a body need the simulator behind
 * a real server.
 *
 * @throws {Error} where msw is not installed.
 * @example
 * const server = setupServer(...itrHandlers(simulator, 'https://api.finpass.ai/api/v1'))
 */
export function itrHandlers(simulator: ItrSimulator, baseUrl: string | URL): HttpHandler[] {
  const path = `${String(baseUrl).replace(/\/+$/, '')}/itr-analyzer/*`
  return [mswHttp('itrHandlers').all(path, ({ request }) => simulator.fetch(request))]
}
