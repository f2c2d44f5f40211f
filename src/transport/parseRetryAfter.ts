/** The longest wait that is obeyed, in ms; a server that asks for more is asked again then. */
export const RETRY_AFTER_LIMIT = 60_000

/**
 * `Retry-After` as ms from `now`: seconds or an HTTP date (RFC 9110 §10.2.3), at most 60 s. Null where it says neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  // A date begins with a day's name; Date.parse alone would read "5" as a date too.
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : /^[a-z]{3}/i.test(value)
      ? Date.parse(value) - now
      : NaN
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), RETRY_AFTER_LIMIT)
}
