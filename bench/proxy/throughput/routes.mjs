// By its path: bench/ is a separate package. This is the file that Node gets from `itr-progress/proxy`.
const { createItrStatusProxy } = /** @type {typeof import('itr-progress/proxy')} */ (
  await import(new URL('../../../dist/proxy/index.node.js', import.meta.url).href)
)

/** @typedef {(request: Request) => Promise<Response>} Route */

/**
 * Returns the status routes to compare, by name. The handle of a job is its id.
 *
 * @param {string} baseUrl of the upstream
 * @returns {Record<string, Route>}
 */
export const routes = (baseUrl) => ({
  proxy: createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    baseUrl,
    resolveJob: (handle) => handle,
  }),

  // The ten lines that a host would write: without checks, limits, timeouts and shared calls, and with the upstream's
  // response unchanged.
  'pass-through': async (request) => {
    const { job_id } = await request.json()
    const response = await fetch(`${baseUrl}/itr-analyzer/status`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-API-KEY': 'key', 'X-API-SECRET': 'secret' },
      body: JSON.stringify({ job_id }),
    })
    return Response.json(await response.json(), { status: response.status })
  },
})
