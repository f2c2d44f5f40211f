/**
 * What a schedule costs on average. A request sees that a job has ended if it has when the request is half-way; the lag is
 * the time from the end until the answer is back.
 *
 * @typedef {object} Cost
 * @property {number} requests a job
 * @property {number} lag mean, in s
 *
 * @typedef {Cost & { times: number[] }} Schedule `times`: when each request is sent, in s
 *
 * @typedef {object} Band
 * @property {number} min the shortest wait from the end of a request to the start of the next, in s
 * @property {number} max the longest
 * @property {number} latency of a request, in s
 * @property {number} step of the grid that the requests lie on, in s; it divides the other three
 *
 * @typedef {{ ended: number, took: number }} Seen how many jobs have ended, and how long those took together
 */

/** @param {number[]} durations @returns {(time: number) => Seen} for times that never go back */
function createCounter(durations) {
  let ended = 0
  let took = 0
  return (time) => {
    for (let next = durations[ended]; next !== undefined && next <= time; next = durations[ended]) {
      took += next
      ended++
    }
    return { ended, took }
  }
}

/** The lags, together, of the jobs that ended in between. @param {Seen} before @param {Seen} seen @param {number} knownAt */
const lagsOf = (before, seen, knownAt) => (seen.ended - before.ended) * knownAt - (seen.took - before.took)

/**
 * @param {number[]} times when each request is sent, in s; the last one sees every job ended
 * @param {number[]} durations of the jobs, in s, from the shortest
 * @param {number} latency s
 * @returns {Cost}
 */
export function costOf(times, durations, latency) {
  const countAt = createCounter(durations)
  let requests = 0
  let lags = 0
  let before = { ended: 0, took: 0 }
  for (const time of times) {
    const seen = countAt(time + latency / 2)
    requests += durations.length - before.ended
    lags += lagsOf(before, seen, time + latency)
    before = seen
  }
  return { requests: requests / durations.length, lag: lags / durations.length }
}

/**
 * The best schedules there are for somebody who knows how long jobs take, though not which of them this is, by dynamic
 * programming: the first request at once, as every client's, and then all waits within the band.
 *
 * @param {number[]} durations of the jobs, in s, from the shortest
 * @param {Band} band
 */
export function createOptimum(durations, { min, max, latency, step }) {
  const toSteps = (/** @type {number} */ seconds) => Math.round(seconds / step)
  const shortest = toSteps(min + latency)
  const longest = toSteps(max + latency)
  const countAt = createCounter(durations)
  /** By step, until every job is seen to have ended, and as far beyond as a request may be from there. @type {Seen[]} */
  const seen = []
  for (let beyond = 0; beyond <= longest;) {
    const { ended, took } = countAt(seen.length * step + latency / 2)
    seen.push({ ended, took })
    if (ended === durations.length) beyond++
  }

  /** The schedule with the least of: lag, and `price` s for each request. @param {number} price @returns {Schedule} */
  function cheapest(price) {
    /** What is still to come for all jobs, by the step of the request before; and the step of the next one, 0 for none. */
    const costs = seen.map(() => 0)
    const nexts = seen.map(() => 0)
    for (let at = seen.length - longest - 1; at >= 0; at--) {
      const before = /** @type {Seen} */ (seen[at])
      if (before.ended === durations.length) continue
      let least = Infinity
      for (let next = at + shortest; next <= at + longest; next++) {
        const lags = lagsOf(before, /** @type {Seen} */ (seen[next]), next * step + latency)
        const cost = price * (durations.length - before.ended) + lags + (costs[next] ?? 0)
        if (cost >= least) continue
        least = cost
        nexts[at] = next
      }
      costs[at] = least
    }
    const times = [0]
    for (let at = nexts[0]; at; at = nexts[at]) times.push(at * step)
    return { times, ...costOf(times, durations, latency) }
  }

  return {
    cheapest,

    /**
     * The least mean lag at so many requests a job, in s. Between two schedules it is that of taking now the one, now the
     * other, below which no single one can be. Beyond the fewest and the most that the band allows, it is theirs.
     *
     * @param {number} requests
     */
    lagAt(requests) {
      let fewer = cheapest(1e6)
      let more = cheapest(1e-6)
      if (requests <= fewer.requests) return fewer.lag
      if (requests >= more.requests) return more.lag
      for (;;) {
        // The line through both; a schedule below it, if there is one, is the cheapest at its slope.
        const price = (fewer.lag - more.lag) / (more.requests - fewer.requests)
        const onLine = more.lag + price * more.requests
        const between = cheapest(price)
        if (between.lag + price * between.requests >= onLine - 1e-9) return onLine - price * requests
        if (between.requests > requests) more = between
        else fewer = between
      }
    },
  }
}
