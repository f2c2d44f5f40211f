import { ProxyError } from './ProxyError.ts'
import type { StatusBody } from './toPublicStatus.ts'

/** Every header of an answer is ours; the upstream's stay behind. */
const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Sec-Fetch-Site, Origin',
}

/** The answer as it goes out: a status, or our own refusal. */
export function toResponse(answer: StatusBody | ProxyError): Response {
  if (!(answer instanceof ProxyError)) return new Response(JSON.stringify(answer), { headers: HEADERS })
  const { code, message, status, retryAt } = answer
  const headers = new Headers(HEADERS)
  if (status === 405) headers.set('Allow', 'POST')
  if (retryAt !== null) {
    headers.set('Retry-After', String(Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))))
  }
  return new Response(JSON.stringify({ error_code: code, message }), { status, headers })
}
