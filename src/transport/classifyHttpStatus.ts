import type { ItrErrorKind } from '../contract/ItrStatusError.ts'

/** Request Timeout, Too Early, Too Many Requests: of the 4xx, those that a later try may mend (RFC 9110, 8470, 6585). */
const passing = [408, 425, 429]

const kinds: Readonly<Record<number, ItrErrorKind>> = { 4: 'permanent', 5: 'transient' }

/** What our proxy says of an upstream that answers, but gives no status: a few more tries may help, no more. */
const doubtfulCodes: readonly unknown[] = ['upstream_refused', 'upstream_invalid']

/** What an HTTP error says about asking again. `payload` is the parsed body, if there is one. */
export function classifyHttpStatus(status: number, payload: unknown): ItrErrorKind {
  const { error_code } = (payload ?? {}) as { error_code?: unknown }
  if (status === 502 && doubtfulCodes.includes(error_code)) return 'doubtful'
  if (passing.includes(status)) return 'transient'
  return kinds[Math.floor(status / 100)] ?? 'doubtful'
}
