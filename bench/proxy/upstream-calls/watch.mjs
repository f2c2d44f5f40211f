import { createRandom } from '../../createRandom.mjs'
import { createTally } from './createTally.mjs'

// By its path: bench/ is a separate package.
const { createItrStatusProxy } = /** @type {typeof import('itr-progress/proxy')} */ (
  await import(new URL('../../../dist/proxy/index.js', import.meta.url).href)
)

const { getPollInterval } = /** @type {typeof import('../../../src/polling/getNextPollDelay.ts')} */ (
  await import(new URL('../../../dist/polling/getNextPollDelay.js', import.meta.url).href)
)

const schedule = {
  interval: { min: 5000, max: 10_000 },
  timeout: 240_000,
  typicalDuration: { min: 30_000, max: 90_000 },
}

const HEADERS = new Headers({ 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' })

/**
 * Simulates people who watch jobs at the widget's own pace until they are terminal. Each request goes to one of the
 * proxies at random, as through a load balancer.
 *
 * @param {object} options
 * @param {number} options.jobs
 * @param {number} options.watchersPerJob
 * @param {number} options.second ms of this simulation that stand for one second
 * @param {number} options.startWithin when the last job is started, in seconds
 * @param {(import('itr-progress/proxy').ItrStatusCache | undefined)[]} options.caches one for each proxy
 */
export function watch({ jobs, watchersPerJob, second, startWithin, caches }) {
  const random = createRandom(2026)
  const interval = 5 * second
  const startedAt = Date.now()

  /** @type {Map<string, { start: number, end: number }>} */
  const times = new Map()
  const isSettled = (/** @type {string} */ job, /** @type {number} */ at) => at >= (times.get(job)?.end ?? 0)
  const tally = createTally({ interval, settledFor: 600_000, isSettled })

  const proxies = caches.map((cache, instance) =>
    createItrStatusProxy({
      apiKey: 'key',
      apiSecret: 'secret',
      baseUrl: 'http://127.0.0.1',
      minUpstreamInterval: interval,
      cache,
      resolveJob: (handle) => {
        tally.asked(handle, instance)
        return handle
      },
      upstream: async (jobId) => {
        tally.called()
        const status = isSettled(jobId, Date.now()) ? 'completed' : 'processing'
        // A call takes 0.1 to 0.5 s.
        await sleep((0.1 + 0.4 * random()) * second)
        return Response.json({ job_id: jobId, status })
      },
    }),
  )

  const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

  /** @param {string} job @param {number} wait until the first request, in ms */
  async function watchOne(job, wait) {
    await sleep(wait)
    const openedAt = Date.now()
    for (;;) {
      const proxy = proxies[Math.floor(random() * proxies.length)]
      const body = JSON.stringify({ job_id: job })
      const request = new Request('http://127.0.0.1/status', { method: 'POST', headers: HEADERS, body })
      const response = await proxy?.(request)
      if (response?.status !== 200) throw new Error(`Not a 200: ${await response?.text()}`)
      if ((await response.json()).status === 'completed') return
      // The network and the event loop make each wait a little longer.
      const elapsed = ((Date.now() - openedAt) / second) * 1000
      await sleep((getPollInterval(elapsed, schedule) / 1000 + 0.1 * random()) * second)
    }
  }

  const watchers = []
  for (let n = 0; n < jobs; n++) {
    const job = `itr_job_${n}`
    const start = startedAt + random() * startWithin * second
    times.set(job, { start, end: start + (30 + 60 * random()) * second })
    for (let w = 0; w < watchersPerJob; w++) {
      // Most watch from the start. One in five begins up to two minutes later.
      const late = random() < 0.8 ? random() * 3 : random() * 120
      watchers.push(watchOne(job, start - startedAt + late * second))
    }
  }
  return Promise.all(watchers).then(() => tally.result())
}
