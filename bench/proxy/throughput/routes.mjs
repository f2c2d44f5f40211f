// By its place: bench/ is a package of its own.
const { createItrStatusProxy } = /** @type {typeof import('itr-progress/proxy')} */ (
  await import(new URL('../../../dist/proxy/index.node.js', import.meta.url).href)
)

/** @typedef {(request: Request) => Promise<Response>} Route */

/**
 * The status route of a host app, by its name. Behind each handle is a job of the same name.
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

  // The ten lines that a host would write, and nothing that they lack: no check of who asks from where, no limit, no
  // timeout, nothing shared, the upstream's answer as it is.
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
