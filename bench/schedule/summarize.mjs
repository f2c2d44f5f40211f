import { DEADLINE } from './settings.mjs'

/**
 * Record of a client that watched one job, in s since it began.
 *
 * @typedef {object} Watched
 * @property {number} duration of the job
 * @property {number[]} sentAt start of each request
 * @property {number} knownAt when the client reported the end or gave up. `Infinity`: never
 */

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Summarizes the watches of one client over one distribution. The lag counts from the end of the job, or from the deadline if the
 * job never ends. It is null if the client reports nothing.
 *
 * @param {Watched[]} watches
 */
export function summarize(watches) {
  const requests = watches.map(
    ({ duration, sentAt, knownAt }) =>
      // For a job without an end: requests until the client gives up, else until the deadline.
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
    /** Requests of the first watch, in s. */
    sentAt: watches[0]?.sentAt ?? [],
  }
}
