/**
 * The moment that a `Retry-After` names, in epoch ms: whole seconds from now or an HTTP date (RFC 9110 §10.2.3). Null where
 * it says neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header ?? ''
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1000
  // Date.parse alone reads "5" as a date too, and the oldest of the three formats, which says no zone, as local time.
  if (!/^[a-z]{3}.* \d\d:\d\d:\d\d/i.test(value)) return null
  const date = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
  return Number.isNaN(date) ? null : date
}
