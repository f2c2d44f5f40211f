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

interface FailurePatterns {
  messagePattern: RegExp
  stepPattern?: RegExp
}

// The first match wins. A locked account comes first, because another attempt makes it worse; the vaguest reason comes last.
const failurePatterns: Readonly<Record<Exclude<ItrFailureCode, 'unknown'>, FailurePatterns>> = {
  account_locked: { messagePattern: / locked / },
  invalid_credentials: {
    messagePattern: / (invalid credentials|wrong password) /,
    stepPattern: / credentials /,
  },
  second_factor_required: { messagePattern: / (otp|two factor|vault) /, stepPattern: / (otp|2fa) / },
  pan_not_registered: { messagePattern: / pan (.* )?not registered / },
  no_itr_found: { messagePattern: / (no itr|no records found) / },
  session_expired: { messagePattern: / session (has )?expired / },
  consent_denied: { messagePattern: / consent (.* )?denied / },
  report_failed: {
    messagePattern: / (download|parse|report) (.* )?failed | failed (.* )?(download|parse|report) /,
    stepPattern: / (download|parse|report) /,
  },
  portal_unavailable: {
    messagePattern: / (portal|technical error|try (again )?later|service unavailable) /,
  },
}

const patterns = Object.entries(failurePatterns) as [ItrFailureCode, FailurePatterns][]

export const itrFailureCodes: readonly ItrFailureCode[] = [...patterns.map(([code]) => code), 'unknown']

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
    findCode('messagePattern', errorMessage ?? '') ??
    findCode('stepPattern', stepsFailed.join(' ')) ??
    'unknown'
  )
}

function findCode(pattern: keyof FailurePatterns, text: string): ItrFailureCode | undefined {
  const words = toWords(text)
  return patterns.find(([, { [pattern]: regExp }]) => regExp?.test(words))?.[0]
}

/** Returns the words in lower case with a space around each, so that a pattern matches whole words only. */
function toWords(text: string): string {
  const start = text.slice(0, MAX_TEXT_LENGTH).toLowerCase()
  return ` ${start.replace(/[^a-z0-9]+/g, ' ')} `
}
