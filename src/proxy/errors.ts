import { ItrStatusError, type ItrErrorCode } from '../contract/ItrStatusError.ts'
import type { ItrProxyEvent } from './types.ts'

/** HTTP status, outcome in the event, and message of each error. docs/errors.md explains every code. */
const proxyErrors = {
  method_not_allowed: [405, 'refused', 'Use the POST method.'],
  unsupported_media_type: [415, 'refused', 'Send the body as application/json.'],
  forbidden_origin: [403, 'refused', 'The origin of this page is not allowed.'],
  body_too_large: [413, 'refused', 'The body is larger than 4096 bytes.'],
  invalid_request: [400, 'refused', 'The body is not a JSON object with a non-empty string job_id.'],
  not_found: [404, 'denied', 'The job was not found.'],
  rate_limited: [429, 'failed', 'The verification service received too many requests. Try again later.'],
  upstream_unavailable: [502, 'failed', 'The verification service is unavailable. Try again later.'],
  upstream_refused: [502, 'failed', 'The verification service refused the request.'],
  upstream_invalid: [502, 'failed', 'The verification service sent an invalid response.'],
  upstream_timeout: [504, 'failed', 'The verification service did not respond in time. Try again later.'],
  aborted: [499, 'aborted', 'The caller disconnected before the response was ready.'],
} as const satisfies Record<string, readonly [status: number, ItrProxyEvent['outcome'], message: string]>

/** `error_code` of an error response. */
export type ItrProxyErrorCode = keyof typeof proxyErrors

/** Error response of the proxy. It contains nothing of the request, the upstream's response or an internal error. */
export class ProxyError extends Error {
  readonly code: ItrProxyErrorCode
  readonly status: number
  readonly outcome: ItrProxyEvent['outcome']
  /** When the caller may retry, in epoch ms. Null if the upstream sent no valid `Retry-After`. */
  readonly retryAt: number | null

  constructor(code: ItrProxyErrorCode, retryAt: number | null = null) {
    const [status, outcome, message] = proxyErrors[code]
    super(`${message} See itr-progress/docs/errors.md#${code}`)
    this.code = code
    this.status = status
    this.outcome = outcome
    this.retryAt = retryAt
  }
}

/** Why the upstream sent no job status. Not an Error: failures are cached, and a stack trace could keep requests in memory. */
export interface UpstreamFailure {
  code: Extract<ItrProxyErrorCode, `upstream_${string}` | 'rate_limited' | 'not_found'>
  /** HTTP status of the upstream's response. Null if there was no response. */
  status: number | null
  /** When the upstream allows the next call, in epoch ms. Null if it sent no valid `Retry-After`. */
  retryAt: number | null
}

/** Converts a failure for `getJob`, whose callers see the upstream's HTTP status as a browser sees the proxy's. */
export function toStatusError({ code, status, retryAt }: UpstreamFailure, now: number): ItrStatusError {
  const isDoubtful = code === 'upstream_refused' || code === 'upstream_invalid'
  return new ItrStatusError(toErrorCode(code, status), isDoubtful ? 'doubtful' : 'transient', {
    status,
    retryAfter: retryAt === null ? null : Math.max(0, retryAt - now),
  })
}

function toErrorCode(code: UpstreamFailure['code'], status: number | null): ItrErrorCode {
  if (code === 'upstream_timeout') return 'timeout'
  if (status !== null && (status < 200 || status > 299)) return 'http'
  if (code === 'upstream_unavailable') return 'network'
  return code === 'upstream_refused' ? 'unsuccessful' : 'invalid_response'
}
