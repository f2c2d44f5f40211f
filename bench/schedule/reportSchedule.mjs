import { readFile } from 'node:fs/promises'
import { startChild } from '../proxy/startChild.mjs'
import { toTable } from '../toTable.mjs'
import { createOptimum } from './optimum.mjs'
import { quantiles, sample } from './quantiles.mjs'
import { JOBS, LATENCY } from './settings.mjs'

const BAR = 1.05

/** The vendor's floor, in s. */
const FLOOR = 5

/** What two simulations of the same schedule may differ in, for a client takes a ms more or less over an answer. */
const NOISE = 0.005

/** The files of `clients/`, ours first. */
const clients = {
  itrProgress: '**itr-progress**, `useItrJobStatus`',
  vendorLoop: "a loop every 5 s, the vendor's sample",
  useQuery: '@tanstack/react-query, `refetchInterval: 5000`',
  swr: 'swr, `refreshInterval: 5000`',
  openai: 'openai, `vectorStores.files.poll`',
  backoff: 'a loop, 5 s × 1.25 up to 10 s',
  coreLro: '@azure/core-lro, `createHttpPoller`',
  fal: '@fal-ai/client, `queue.subscribeToStatus`',
  gax: 'google-gax, `operation`',
  smithyWaiter: '@smithy/util-waiter, `createWaiter`',
}

const distributions = {
  typical: 'Typical: uniform in 30 to 90 s, as documented',
  tail: 'With a tail: log-normal, half within 50 s, 95 % within 154 s',
  fast: 'Fast: uniform in 5 to 20 s',
  stuck: 'Stuck: without an end',
}

/**
 * @typedef {import('./simulate.mjs').Simulated} Simulated
 *
 * @typedef {Simulated[keyof Simulated]} Summary
 *
 * @typedef {{ name: string, simulated: Simulated }} Client
 */

/** @param {string} path from the root of the repository */
async function versionOf(path) {
  const { name, version } = JSON.parse(
    await readFile(new URL(`../../${path}/package.json`, import.meta.url), 'utf8'),
  )
  return `${name} ${version}`
}

const isWithinFloor = (/** @type {Client} */ { simulated }) =>
  Object.values(simulated).every(({ shortestGap }) => shortestGap >= FLOOR)

/** Whether `peer` has neither more requests nor more lag, and less of one. @param {Summary} peer @param {Summary} ours */
function dominates(peer, ours) {
  const ratios = [peer.requests / ours.requests, (peer.lag ?? Infinity) / (ours.lag ?? Infinity)]
  return ratios.every((ratio) => ratio <= 1 + NOISE) && ratios.some((ratio) => ratio < 1 - NOISE)
}

const seconds = (/** @type {number | null} */ value) => (value === null ? '' : `${value.toFixed(2)} s`)

/** @param {number | null} value @param {number | null} whole */
const ratio = (value, whole) => (value === null || whole === null ? '' : `**${(value / whole).toFixed(2)}**`)

/** @param {Summary} summary */
function toGaps({ shortestGap, longestGap }) {
  const [shortest, longest] = [shortestGap.toFixed(1), longestGap.toFixed(1)]
  return shortest === longest ? `${shortest} s` : `${shortest}–${longest} s`
}

/** @param {Client} client */
const toName = (client) => `${client.name}${isWithinFloor(client) ? '' : ' †'}`

/**
 * @param {Exclude<keyof typeof distributions, 'stuck'>} distribution
 * @param {Client} ours
 * @param {Client[]} peers
 */
function describeEnding(distribution, ours, peers) {
  const own = ours.simulated[distribution]
  // Finer than the jobs, so that the optimum does not thread its way between them.
  const durations = sample(quantiles[distribution], 50 * JOBS)
  const optimum = createOptimum(durations, { min: FLOOR, max: 10, latency: LATENCY, step: 0.1 })
  const best = optimum.lagAt(own.requests)
  const toRow = (/** @type {Client} */ client) => {
    const summary = client.simulated[distribution]
    return [
      toName(client),
      toGaps(summary),
      summary.requests.toFixed(2),
      ratio(summary.requests, own.requests),
      seconds(summary.lag),
      ratio(summary.lag, own.lag),
      seconds(summary.p95),
    ]
  }
  const table = toTable(
    ['', 'a request each', 'requests a job', 'of ours', 'mean lag', 'of ours', 'p95 lag'],
    [
      toRow(ours),
      ['_the optimum at as many requests_', '', '', '', seconds(best), ratio(best, own.lag), ''],
      ...peers.map(toRow),
    ],
  )
  return { table, ofOptimum: (own.lag ?? Infinity) / best }
}

/** @param {Client} ours @param {Client[]} peers */
function describeStuck(ours, peers) {
  const toRow = (/** @type {Client} */ client) => {
    const { requests, lag } = client.simulated.stuck
    const verdict =
      lag === null ? 'never' : `${Math.abs(lag).toFixed(1)} s ${lag < 0 ? 'before' : 'after'} it`
    return [toName(client), requests.toFixed(1), ratio(requests, ours.simulated.stuck.requests), verdict]
  }
  const head = ['', 'requests until the verdict or the deadline', 'of ours', 'verdict']
  return toTable(head, [ours, ...peers].map(toRow))
}

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportSchedule() {
  /** @type {Client[]} */
  const all = []
  for (const [file, name] of Object.entries(clients)) {
    const child = await startChild('../schedule/simulate.mjs', [file])
    child.stop()
    all.push({ name, simulated: child.ready })
  }
  const [ours, ...peers] = /** @type {[Client, ...Client[]]} */ (all)

  const typical = describeEnding('typical', ours, peers)
  const tail = describeEnding('tail', ours, peers)
  const fast = describeEnding('fast', ours, peers)
  const ofOptimum = { typical: typical.ofOptimum, tail: tail.ofOptimum, fast: fast.ofOptimum }
  const tables = {
    typical: typical.table,
    tail: tail.table,
    fast: fast.table,
    stuck: describeStuck(ours, peers),
  }

  const names = /** @type {(keyof typeof distributions)[]} */ (Object.keys(distributions))
  const results = names.map((name) => {
    const dominating = peers.filter(
      (peer) => isWithinFloor(peer) && dominates(peer.simulated[name], ours.simulated[name]),
    )
    const isNear = name !== 'typical' || ofOptimum[name] <= BAR
    return { name, dominating, isNear, isMet: isNear && dominating.length === 0 }
  })
  const bars = toTable(
    ['jobs', "mean lag, of the optimum's", 'bar', '', 'peers that dominate ours', 'bar', ''],
    results.map(({ name, dominating, isNear }) => [
      name,
      name === 'stuck' ? '' : `**${ofOptimum[name].toFixed(3)}**`,
      ...(name === 'typical' ? [`≤ ${BAR}`, isNear ? 'met' : 'missed'] : ['', '']),
      dominating.map((peer) => peer.name).join(', ') || 'none',
      'none',
      dominating.length === 0 ? 'met' : 'missed',
    ]),
  )

  const versions = await Promise.all(
    [
      'node_modules/@tanstack/react-query',
      ...['swr', 'openai', '@azure/core-lro', '@fal-ai/client', 'google-gax', '@smithy/util-waiter'].map(
        (peer) => `bench/node_modules/${peer}`,
      ),
    ].map(versionOf),
  )
  const text = `## Schedule

With ${versions.join(', ')}; about a minute.

${bars}

${names.map((name) => `### ${distributions[name]}\n\n${tables[name]}`).join('\n\n')}
`
  return { text, isMet: results.every(({ isMet }) => isMet) }
}
