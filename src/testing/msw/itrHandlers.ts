import { http, type HttpHandler } from 'msw'
import type { ItrSimulator } from '../simulator/types.ts'

/**
 * Returns MSW handlers of the ITR Analyzer, for tests of a backend: the simulator responds to every request under `baseUrl`
 * + `/itr-analyzer/`. MSW removes the body of a GET request, so test a GET with a body on a real server.
 *
 * @example
 * const server = setupServer(...itrHandlers(simulator, 'https://api.finpass.ai/api/v1'))
 */
export function itrHandlers(simulator: ItrSimulator, baseUrl: string | URL): HttpHandler[] {
  const path = `${String(baseUrl).replace(/\/+$/, '')}/itr-analyzer/*`
  return [http.all(path, ({ request }) => simulator.fetch(request))]
}
