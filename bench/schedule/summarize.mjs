import { DEADLINE } from './settings.mjs'

/**
 * What one client did about one job, in s since its watch began.
 *
 * @typedef {object} Watched
 * @property {number} duration of the job
 * @property {number[]} sentAt
 * @property {number} knownAt when the client said that the job had ended, or that it gave up; `Infinity`: never
 */

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * What a client's watches over the jobs of one distribution come to, in requests and s. The lag is counted from the end of
 * the job, or from the deadline where it has none; null where the client never says a word.
 *
 * @param {Watched[]} watches
 */
export function summarize(watches) {
  const requests = watches.map(
    ({ duration, sentAt, knownAt }) =>
      // Of a job without an end those that lead to the verdict, or else those until the deadline.
      sentAt.filter((at) => duration < Infinity || at <= (knownAt < Infinity ? knownAt : DEADLINE)).length,
  )
  const lags = watches
    .map(({ duration, knownAt }) => knownAt - Math.min(duration, DEADLINE))
    .sort((a, b) => a - b)
  const gaps = watches.flatMap(({ sentAt }) => sentAt.slice(1).map((at, i) => at - (sentAt[i] ?? 0)))
  const isKnown = lags.every((lag) => lag < Infinity)
  return {
    requests: mean(requests),
    lag: isKnown ? mean(lags) : null,
    p95: isKnown ? (lags[Math.ceil(0.95 * lags.length) - 1] ?? null) : null,
    /** From the start of one request to the start of the next. */
    shortestGap: Math.min(...gaps),
    longestGap: Math.max(...gaps),
    /** Of one watch, in s. */
    sentAt: watches[0]?.sentAt ?? [],
  }
}
