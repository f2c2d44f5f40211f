/** Longest wait that a server can request with `Retry-After`, in ms. A longer one is shortened to this. */
const MAX_RETRY_AFTER_MS = 60_000

/**
 * Parses a `Retry-After` header: whole seconds or an HTTP date (RFC 9110 §10.2.3).
 *
 * @returns the end of the wait in epoch ms, from `now` to 60 s later; null if the header is missing or malformed
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const time = toTime(header?.trim() ?? '', now)
  return Number.isNaN(time) ? null : Math.min(Math.max(time, now), now + MAX_RETRY_AFTER_MS)
}

function toTime(value: string, now: number): number {
  if (/^\d+$/.test(value)) return now + Number(value) * 1000
  // Date.parse alone also reads "5" as a date.
  if (!/^[a-z]{3}.* \d\d:\d\d:\d\d/i.test(value)) return NaN
  // The asctime format has no zone: Date.parse would read it as local time.
  return Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
}
