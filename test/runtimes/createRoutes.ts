import { createItrStatusProxy } from 'itr-progress/proxy'

export const KEY = 'key-5b1c9e'
export const SECRET = 'secret-77aa01'
/** Origin of the host for a browser, where TLS ends before the server. */
export const PUBLIC_ORIGIN = 'https://app.example.com'
export const STATUS_PATH = '/api/itr/status'
export const FORM_PATH = '/api/apply'

/** Plain strings, so that a host in its own process can read them from the environment. */
export interface HostSettings {
  /** Base URL of the upstream. */
  baseUrl: string
  /** Receives the events of `onEvent`. */
  auditUrl: string
}

interface RoutesOptions extends HostSettings {
  /** Keeps a promise alive after the response, in runtimes that would end it. */
  waitUntil?: (work: Promise<unknown>) => void
}

/** Creates the routes of a host: the proxy, and a form route that calls `getJob`. The cookie decides who may see a job. */
export function createRoutes({ baseUrl, auditUrl, waitUntil }: RoutesOptions) {
  const status = createItrStatusProxy({
    apiKey: KEY,
    apiSecret: SECRET,
    baseUrl,
    allowedOrigins: [PUBLIC_ORIGIN],
    upstreamTimeout: 2000,
    resolveJob: (handle, request) =>
      request.headers.get('Cookie') === 'user=asha' && handle.startsWith('handle-')
        ? handle.replace('handle-', 'itr_job_')
        : null,
    onEvent(event, request) {
      const line = JSON.stringify({ ...event, requestId: request.headers.get('X-Request-Id') })
      const sent = fetch(auditUrl, { method: 'POST', body: line })
      waitUntil?.(sent)
      return sent
    },
  })

  async function apply(request: Request): Promise<Response> {
    const { itrVerification } = (await request.json()) as { itrVerification?: unknown }
    try {
      const job = await status.getJob(itrVerification, request)
      return Response.json({ accepted: job?.status === 'completed' })
    } catch {
      return Response.json({ accepted: false }, { status: 503 })
    }
  }

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === STATUS_PATH) return status(request)
    if (pathname === FORM_PATH && request.method === 'POST') return apply(request)
    return new Response('', { status: 404 })
  }

  /** `status` and `apply` are for a host with its own router. `route` is both in one. */
  return { status, apply, route }
}
