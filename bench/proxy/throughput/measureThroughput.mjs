import { spread } from '../../spread.mjs'
import { startChild } from '../../startChild.mjs'

const FRAMEWORKS = { hono: 'Hono on @hono/node-server', node: 'node:http, getRequestListener' }

/**
 * `latency` of the upstream in ms: that of a call over the internet, or 0, where only the server's own work is left. `bar` is
 * the lowest throughput and `p99Bar` the highest p99, both as multiples of the pass-through's.
 */
const CASES = [
  { latency: 50, watchers: 1, bar: 0.8, p99Bar: null },
  { latency: 50, watchers: 100, bar: 3, p99Bar: null },
  { latency: 0, watchers: 1, bar: 1.1, p99Bar: 1 },
  { latency: 0, watchers: 100, bar: null, p99Bar: null },
]

/** Pairs of rounds: proxy and pass-through, then in the other order, so that a busy machine slows both. */
const PAIRS = 16

/** In ms. The first round of each server does not count: Node compiles the code in it. */
const ROUND = 500
const WARM_UP = 5000

/**
 * @typedef {Awaited<ReturnType<typeof startChild>>} Child
 * @typedef {import('./load.mjs').RoundResult & { cpu: number }} Measured
 */

/**
 * @param {Child} load @param {Child} server @param {number} watchers @param {number} duration
 * @returns {Promise<Measured>}
 */
async function measureRound(load, server, watchers, duration) {
  const before = await server.ask({})
  const result = await load.ask({ port: server.ready.port, duration, watchers })
  const after = await server.ask({})
  return { ...result, cpu: (after.cpu - before.cpu) / result.requests }
}

/** Each route has its own process. The same load sends its requests to one after the other, with the same upstream. */
export async function measureThroughput() {
  const rows = []
  const load = await startChild('proxy/throughput/load.mjs')

  for (const [framework, name] of Object.entries(FRAMEWORKS)) {
    for (const { latency, watchers, bar, p99Bar } of CASES) {
      const upstream = await startChild('proxy/throughput/upstream.mjs', [`${latency}`])
      const start = (/** @type {string} */ route) =>
        startChild('proxy/throughput/server.mjs', [framework, route, upstream.ready.baseUrl])
      const [proxy, passThrough] = await Promise.all([start('proxy'), start('pass-through')])
      const measure = (/** @type {Child} */ server, duration = ROUND) =>
        measureRound(load, server, watchers, duration)

      await measure(proxy, WARM_UP)
      await measure(passThrough, WARM_UP)
      /** @type {{ ours: Measured, theirs: Measured }[]} */
      const pairs = []
      for (let pair = 0; pair < PAIRS; pair += 2) {
        const [first, second] = [await measure(proxy), await measure(passThrough)]
        const [third, fourth] = [await measure(passThrough), await measure(proxy)]
        pairs.push({ ours: first, theirs: second }, { ours: fourth, theirs: third })
      }

      const ratio = (/** @type {'perSecond' | 'p99' | 'cpu'} */ figure) =>
        spread(pairs.map(({ ours, theirs }) => ours[figure] / theirs[figure]))
      rows.push({
        name,
        latency,
        watchers,
        bar,
        p99Bar,
        throughput: ratio('perSecond'),
        p99: ratio('p99'),
        cpu: ratio('cpu'),
      })
      for (const child of [proxy, passThrough, upstream]) child.stop()
    }
  }
  load.stop()
  return rows
}
