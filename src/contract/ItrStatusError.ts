/** `http`: an error status. `unsuccessful`: a 2xx with `success: false`. `invalid_response`: a 2xx that is not a job status. */
export type ItrErrorCode = 'network' | 'timeout' | 'http' | 'unsuccessful' | 'invalid_response'

/** Whether polling again can help. `transient`: keep polling. `doubtful`: stop after three in a row. `permanent`: stop now. */
export type ItrErrorKind = 'transient' | 'doubtful' | 'permanent'

interface ItrStatusErrorOptions {
  status?: number | null
  retryAfter?: number | null
  cause?: unknown
}

/**
 * Reason why no job status was received. We never put a PAN, a secret or a body into it. `cause` is the error of `fetch`,
 * `headers` or `resolveJob`. It may contain data of the host: check it before you log it.
 */
export class ItrStatusError extends Error {
  declare readonly code: ItrErrorCode
  declare readonly kind: ItrErrorKind
  /** HTTP status of the response, or null. The hook sets it only for `http`; `getJob` sets it for every upstream response. */
  declare readonly status: number | null
  /** Wait in ms that the server requested with `Retry-After` (RFC 9110 §10.2.3), or null. */
  declare readonly retryAfter: number | null

  constructor(code: ItrErrorCode, kind: ItrErrorKind, options: ItrStatusErrorOptions = {}) {
    const { status = null, retryAfter = null } = options
    super(
      `itr-progress: no job status (${status ?? code}, ${kind}). See itr-progress/docs/errors.md#${code}`,
      options,
    )
    Object.assign(this, { name: 'ItrStatusError', code, kind, status, retryAfter })
  }
}
