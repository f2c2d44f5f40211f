/**
 * Average cost of a schedule. A response contains the status of the job half-way through the request. The lag is the time from
 * the end of the job until that response has arrived.
 *
 * @typedef {object} Cost
 * @property {number} requests per job
 * @property {number} lag mean, in s
 *
 * @typedef {Cost & { times: number[] }} Schedule `times`: start of each request, in s
 *
 * @typedef {object} Band
 * @property {number} min the shortest wait from the end of a request to the start of the next, in s
 * @property {number} max the longest
 * @property {number} latency duration of a request, in s
 * @property {number} step grid of the request times, in s. It divides the other three
 *
 * @typedef {{ ended: number, took: number }} Seen number of jobs that have ended, and the sum of their durations
 */

/** Creates a counter of ended jobs. Its argument must not decrease. @param {number[]} durations @returns {(time: number) => Seen} */
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

/** Returns the sum of the lags of the jobs that ended in between. @param {Seen} before @param {Seen} seen @param {number} knownAt */
const lagsOf = (before, seen, knownAt) => (seen.ended - before.ended) * knownAt - (seen.took - before.took)

/**
 * Returns the cost of a schedule.
 *
 * @param {number[]} times start of each request, in s. At the last one, every job has ended
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
 * Finds the best schedules by dynamic programming, if the distribution of the durations is known. The first request is sent
 * at once, and all waits are within the band.
 *
 * @param {number[]} durations of the jobs, in s, from the shortest
 * @param {Band} band
 */
export function createOptimum(durations, { min, max, latency, step }) {
  const toSteps = (/** @type {number} */ seconds) => Math.round(seconds / step)
  const shortest = toSteps(min + latency)
  const longest = toSteps(max + latency)
  const countAt = createCounter(durations)
  /** Entry per step, until `longest` steps after all jobs have ended. @type {Seen[]} */
  const seen = []
  for (let beyond = 0; beyond <= longest;) {
    const { ended, took } = countAt(seen.length * step + latency / 2)
    seen.push({ ended, took })
    if (ended === durations.length) beyond++
  }

  /** Returns the schedule with the lowest sum of lag and `price` s per request. @param {number} price @returns {Schedule} */
  function cheapest(price) {
    /** Remaining cost of all jobs, by the step of the previous request. */
    const costs = seen.map(() => 0)
    /** Step of the next request, by that of the previous one. 0: none. */
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
     * Returns the lowest mean lag, in s, for a number of requests per job. Between two schedules it is interpolated: no
     * single schedule can be below that line. Outside the range of the band it is the lag at its end.
     *
     * @param {number} requests
     */
    lagAt(requests) {
      let fewer = cheapest(1e6)
      let more = cheapest(1e-6)
      if (requests <= fewer.requests) return fewer.lag
      if (requests >= more.requests) return more.lag
      for (;;) {
        // A schedule below the line through both, if there is one, is the cheapest at its slope.
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
