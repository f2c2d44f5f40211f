import { createItrStatusProxy } from 'itr-progress/proxy'
import type { HostSettings } from './StatusHost.ts'

export const KEY = 'key-5b1c9e'
export const SECRET = 'secret-77aa01'
/** What the browser calls the host, where TLS ends before it. */
export const PUBLIC_ORIGIN = 'https://app.example.com'
export const STATUS_PATH = '/api/itr/status'
export const FORM_PATH = '/api/apply'

interface Runtime extends HostSettings {
  /** Keeps work going after the answer, where a runtime would end it. */
  waitUntil?: (work: Promise<unknown>) => void
}

/**
 * The two routes that every host has: the proxy, and the form that asks it. Who may see a job is told by the cookie; the
 * handle and the job's id differ by their first word.
 */
export function createRoutes({ baseUrl, auditUrl, waitUntil }: Runtime) {
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

  /** The routes one by one, for a host with a router of its own, and both in one. */
  return { status, apply, route }
}
