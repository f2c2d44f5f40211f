/** Reason why a job failed. A closed list: each code has its own text and remedy. */
export type ItrFailureCode =
  | 'account_locked'
  | 'invalid_credentials'
  | 'second_factor_required'
  | 'pan_not_registered'
  | 'no_itr_found'
  | 'session_expired'
  | 'consent_denied'
  | 'report_failed'
  | 'portal_unavailable'
  | 'unknown'

// The first match wins. A locked account comes first, because another attempt makes it worse; the vaguest reason comes last.
const messagePatterns: Readonly<Record<Exclude<ItrFailureCode, 'unknown'>, RegExp>> = {
  account_locked: / locked /,
  invalid_credentials: / (invalid credentials|wrong password) /,
  second_factor_required: / (otp|two factor|vault) /,
  pan_not_registered: / pan (.* )?not registered /,
  no_itr_found: / (no itr|no records found) /,
  session_expired: / session (has )?expired /,
  consent_denied: / consent (.* )?denied /,
  report_failed: / (download|parse|report) (.* )?failed | failed (.* )?(download|parse|report) /,
  portal_unavailable: / (portal|technical error|try (again )?later|service unavailable) /,
}

const stepPatterns: Partial<typeof messagePatterns> = {
  invalid_credentials: / credentials /,
  second_factor_required: / (otp|2fa) /,
  report_failed: / (download|parse|report) /,
}

export const itrFailureCodes = [...Object.keys(messagePatterns), 'unknown'] as readonly ItrFailureCode[]

/** The time of a match grows with the square of the length: 256 KB of "pan pan pan" would block a server for 30 seconds. */
const MAX_TEXT_LENGTH = 2000

/**
 * Classifies the upstream's error message or, if that matches nothing, the ids of the failed steps. Reads the first 2,000
 * characters of each, in upper or lower case.
 *
 * @example classifyItrFailure('INVALID_CREDENTIALS', []) // 'invalid_credentials'
 */
export function classifyItrFailure(
  errorMessage: string | null | undefined,
  stepsFailed: readonly string[] = [],
): ItrFailureCode {
  return (
    findCode(messagePatterns, errorMessage ?? '') ??
    findCode(stepPatterns, stepsFailed.join(' ')) ??
    'unknown'
  )
}

function findCode(patterns: Partial<typeof messagePatterns>, text: string): ItrFailureCode | undefined {
  const start = text.slice(0, MAX_TEXT_LENGTH).toLowerCase()
  // A space around each word, so that a pattern matches whole words only.
  const words = ` ${start.replace(/[^a-z0-9]+/g, ' ')} `
  return itrFailureCodes.find((code) => patterns[code as keyof typeof patterns]?.test(words))
}
