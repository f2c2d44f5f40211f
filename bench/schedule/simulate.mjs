// Lets one client watch the jobs of every distribution, in virtual time. Argument: the client's file.
import { createRandom } from '../createRandom.mjs'
import { enterVirtualTime, letPass } from '../virtualTime.mjs'
import { quantiles, sample } from './quantiles.mjs'
import { DEADLINE, JOBS, LATENCY } from './settings.mjs'
import { summarize } from './summarize.mjs'

/**
 * @typedef {'completed' | 'timed out'} Outcome
 *
 * @callback Watch watches one job with a client
 * @param {() => Promise<boolean>} ask sends a request: whether the job has ended
 * @param {number} patience deadline in ms, for clients that take one
 * @returns {Promise<Outcome>} may stay pending
 */

/** Time after which every client knows about every job that ends, in ms. */
const LONG_ENOUGH = 8 * 60_000

process.env.NODE_ENV = 'production'
Math.random = createRandom(2026)
enterVirtualTime()

/** @type {{ watch: Watch }} */
const { watch } = await import(`./clients/${process.argv[2]}.mjs`)

const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** @param {number} duration s */
function watchOne(duration) {
  const startedAt = Date.now()
  const seconds = () => (Date.now() - startedAt) / 1000
  /** @type {number[]} */
  const sentAt = []
  async function ask() {
    sentAt.push(seconds())
    await sleep(LATENCY * 500)
    const isDone = seconds() >= duration
    await sleep(LATENCY * 500)
    return isDone
  }
  /** @type {import('./summarize.mjs').Watched} */
  const watched = { duration, sentAt, knownAt: Infinity }
  void watch(ask, duration === Infinity ? DEADLINE * 1000 : Infinity).then((outcome) => {
    // A client that gives up too early never knows the end.
    if (outcome === 'completed' || duration === Infinity) watched.knownAt = seconds()
  })
  return watched
}

const watches = Object.entries(quantiles).map(([name, quantile]) => {
  // All jobs without an end are alike, so few are enough, for clients with random waits.
  const jobs = sample(quantile, name === 'stuck' ? JOBS / 10 : JOBS)
  return { name, watched: jobs.map(watchOne) }
})
await letPass(LONG_ENOUGH)

/** @typedef {Record<keyof typeof quantiles, ReturnType<typeof summarize>>} Simulated */
process.send?.(Object.fromEntries(watches.map(({ name, watched }) => [name, summarize(watched)])))
