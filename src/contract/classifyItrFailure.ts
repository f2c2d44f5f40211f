/** Why a verification failed: a closed list, so that every reason has its words and its remedy. */
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

type Rules = Partial<Record<ItrFailureCode, RegExp>>

// First match wins: a locked account above all, since another try makes it worse; the vaguest reason last.
const messageRules: Rules = {
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

const stepRules: Rules = {
  invalid_credentials: / credentials /,
  second_factor_required: / (otp|2fa) /,
  report_failed: / (download|parse|report) /,
}

/** A rule's time grows with the square of the text: 256 KB of "pan pan pan" would hold a server for half a minute. */
const LONGEST_TEXT = 2000

/** Lower-cased whole words between single spaces, so that a rule cannot match inside a word. */
const words = (text: string) =>
  ` ${text
    .slice(0, LONGEST_TEXT)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')} `

const codesOf = (rules: Rules) => Object.keys(rules) as ItrFailureCode[]

const firstMatch = (rules: Rules, text: string) => codesOf(rules).find((code) => rules[code]!.test(text))

export const itrFailureCodes: readonly ItrFailureCode[] = [...codesOf(messageRules), 'unknown']

/** The failure code that a proxy of ours named; null for any other text. */
export function toFailureCode(text: string): ItrFailureCode | null {
  return itrFailureCodes.find((code) => code === text) ?? null
}

/**
 * Reads the upstream's free text, then the ids of the failed steps, into a failure code. Of each the first 2,000 characters count.
 *
 * @example classifyItrFailure('INVALID_CREDENTIALS', []) // 'invalid_credentials'
 */
export function classifyItrFailure(
  errorMessage: string | null | undefined,
  stepsFailed: readonly string[] = [],
): ItrFailureCode {
  return (
    firstMatch(messageRules, words(errorMessage ?? '')) ??
    firstMatch(stepRules, words(stepsFailed.join(' '))) ??
    'unknown'
  )
}
