import { createItrStatusProxy } from '../proxy/createItrStatusProxy.ts'
import { keysOf, type ItrSimulator } from './simulator/createItrSimulator.ts'

/**
 * What our proxy answers to `request` with the simulator behind it. The handle is the job id. A proxy made
 * for this one request remembers nothing, so the simulator is asked each time.
 */
export async function askProxy(simulator: ItrSimulator, request: Request): Promise<Response> {
  const { method, url } = request
  const proxy = createItrStatusProxy({
    ...keysOf(simulator),
    resolveJob: (handle) => handle,
    upstream: (jobId, { url, headers }) =>
      simulator.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify({ job_id: jobId }) })),
  })

  // Not a Request: a browser would drop Sec-Fetch-Site from it, and Firefox has no Request.body.
  const headers = new Headers(request.headers)
  headers.set('Sec-Fetch-Site', 'same-origin')
  const { body } = new Response(await request.text())
  return proxy({ method, url, headers, body, signal: new AbortController().signal } as Request)
}
