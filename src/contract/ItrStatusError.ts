/** `http`: an error status. `unsuccessful`: a 2xx with `success: false`. `invalid_response`: a 2xx that is not the contract. */
export type ItrErrorCode = 'network' | 'timeout' | 'http' | 'unsuccessful' | 'invalid_response'

/** What asking again is worth: `transient` much, `doubtful` a little (three in a row are an error), `permanent` nothing. */
export type ItrErrorKind = 'transient' | 'doubtful' | 'permanent'

/**
 * Why a status could not be had. It never carries a PAN, a secret or a body, so it may be logged as it is. The message names the
 * place in this package's docs that says what to do.
 */
export class ItrStatusError extends Error {
  declare readonly code: ItrErrorCode
  declare readonly kind: ItrErrorKind
  /** The HTTP status of an error (`http`), else null. */
  declare readonly status: number | null
  /** How long the server asked us to wait, in ms (`Retry-After`, RFC 9110 §10.2.3), or null. */
  declare readonly retryAfter: number | null

  constructor(
    code: ItrErrorCode,
    kind: ItrErrorKind,
    { status = null, retryAfter = null }: { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(`No ITR status (${kind}, ${status ?? code}): itr-progress/docs/errors.md#${code}`)
    Object.assign(this, { name: 'ItrStatusError', code, kind, status, retryAfter })
  }
}
