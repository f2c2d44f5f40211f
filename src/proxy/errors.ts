import { ItrStatusError, type ItrErrorCode } from '../contract/ItrStatusError.ts'
import type { ItrProxyEvent } from './types.ts'

/** HTTP status, outcome in the event, and message of each error. docs/errors.md explains every code. */
export const proxyErrors = {
  method_not_allowed: [405, 'refused', 'Use the POST method.'],
  unsupported_media_type: [415, 'refused', 'Send the body as application/json.'],
  forbidden_origin: [403, 'refused', 'The origin of this page is not allowed.'],
  body_timeout: [408, 'refused', 'The body did not arrive in time.'],
  body_too_large: [413, 'refused', 'The body is larger than 4096 bytes.'],
  invalid_request: [400, 'refused', 'The body is not a JSON object with a non-empty string job_id.'],
  not_found: [404, 'denied', 'The job was not found.'],
  unavailable: [503, 'failed', 'The job could not be looked up. Try again later.'],
  overloaded: [503, 'failed', 'Too many requests are in progress. Try again later.'],
  rate_limited: [429, 'failed', 'The ITR Analyzer received too many requests. Try again later.'],
  upstream_unavailable: [502, 'failed', 'The ITR Analyzer is unavailable. Try again later.'],
  upstream_refused: [502, 'failed', 'The ITR Analyzer refused the request.'],
  upstream_invalid: [502, 'failed', 'The ITR Analyzer sent an invalid response.'],
  upstream_timeout: [504, 'failed', 'The ITR Analyzer did not respond in time. Try again later.'],
  aborted: [499, 'aborted', 'The caller disconnected before the response was ready.'],
} as const satisfies Record<string, readonly [status: number, ItrProxyEvent['outcome'], message: string]>

/** `error_code` of an error response. */
export type ItrProxyErrorCode = keyof typeof proxyErrors

interface ProxyErrorOptions {
  retryAt?: number | null
  upstreamStatus?: number | null
  cause?: unknown
}

/** An error of the proxy. Only `code`, `message`, `status` and `retryAt` reach the caller. `message` is our own text. */
export class ProxyError extends Error {
  readonly code: ItrProxyErrorCode
  readonly status: number
  readonly outcome: ItrProxyEvent['outcome']
  /** When the caller may retry, in epoch ms. Null if that is unknown. */
  readonly retryAt: number | null
  /** HTTP status of the upstream's response. Null if there was none from 200 to 599. */
  readonly upstreamStatus: number | null

  constructor(
    code: ItrProxyErrorCode,
    { retryAt = null, upstreamStatus = null, cause }: ProxyErrorOptions = {},
  ) {
    const [status, outcome, message] = proxyErrors[code]
    super(`${message} See itr-progress/docs/errors.md#${code}`, { cause })
    this.code = code
    this.status = status
    this.outcome = outcome
    this.retryAt = retryAt
    this.upstreamStatus = upstreamStatus
  }
}

/** Why the upstream sent no job status. Not an Error: failures are cached, and a stack trace could keep requests in memory. */
export interface UpstreamFailure {
  code: Extract<ItrProxyErrorCode, `upstream_${string}` | 'rate_limited' | 'not_found' | 'overloaded'>
  /** HTTP status of the upstream's response. Null if there was none from 200 to 599. */
  upstreamStatus: number | null
  /** When the next call is allowed, in epoch ms. Null if that is unknown. */
  retryAt: number | null
}

/** Cause of an `unavailable` whose `resolveJob` took too long. */
export const RESOLVE_TIMEOUT = new Error('itr-progress: `resolveJob` took longer than `resolveTimeout`.')

/** Converts a ProxyError to the ItrStatusError of `getJob`. Its `status` is the upstream's HTTP status, if there is one. */
export function toStatusError(error: ProxyError, now: number): ItrStatusError {
  const { code, status, upstreamStatus, retryAt, cause } = error
  const isDoubtful = code === 'upstream_refused' || code === 'upstream_invalid'
  const errorCode = toErrorCode(error)
  return new ItrStatusError(errorCode, isDoubtful ? 'doubtful' : 'transient', {
    status: errorCode === 'http' ? (upstreamStatus ?? status) : upstreamStatus,
    retryAfter: retryAt === null ? null : Math.max(0, retryAt - now),
    cause,
  })
}

function toErrorCode({ code, upstreamStatus, cause }: ProxyError): ItrErrorCode {
  if (code === 'upstream_timeout' || cause === RESOLVE_TIMEOUT) return 'timeout'
  if (code === 'unavailable' || code === 'overloaded') return 'http'
  if (upstreamStatus !== null && upstreamStatus > 299) return 'http'
  if (code === 'upstream_unavailable') return 'network'
  return code === 'upstream_refused' ? 'unsuccessful' : 'invalid_response'
}
