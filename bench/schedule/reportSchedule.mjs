import { resultOf } from '../startChild.mjs'
import { toTable } from '../toTable.mjs'
import { versionOf } from '../versionOf.mjs'
import { costOf, createOptimum } from './optimum.mjs'
import { quantiles, sample } from './quantiles.mjs'
import { DEADLINE, JOBS, LATENCY } from './settings.mjs'

const BAR = 1.05

/** The vendor's band, in s. */
const FLOOR = 5
const CEILING = 10

/** Ratio by which two simulations of the same schedule can differ: a client may need a ms more or less. */
const NOISE = 0.005

/** Files of `clients/`, ours first. */
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
  tail: 'Tail: log-normal, median 50 s, σ 0.75, cut off at 240 s: the p95 is 154 s',
  fast: 'Fast: uniform in 5 to 20 s',
  stuck: 'Stuck: never ends',
}

/**
 * @typedef {import('./simulate.mjs').Simulated} Simulated
 *
 * @typedef {Simulated[keyof Simulated]} Summary
 *
 * @typedef {{ name: string, simulated: Simulated }} Client
 */

const isWithinFloor = (/** @type {Client} */ { simulated }) =>
  Object.values(simulated).every(({ shortestGap }) => shortestGap >= FLOOR)

/** Whether `peer` has at most our requests and our lag, and less of at least one. @param {Summary} peer @param {Summary} ours */
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
 * Compares our measured schedule with the optimum. More jobs, so that the optimum cannot fit single jobs.
 *
 * @param {'typical' | 'tail' | 'fast'} distribution
 * @param {Client} ours
 */
function besideOptimum(distribution, ours) {
  const durations = sample(quantiles[distribution], 50 * JOBS)
  const optimum = createOptimum(durations, { min: FLOOR, max: CEILING, latency: LATENCY, step: 0.05 })
  const { requests, lag } = costOf(ours.simulated.stuck.sentAt, durations, LATENCY)
  const best = optimum.lagAt(requests)
  return { requests, lag, best, ofBest: lag / best }
}

/**
 * @param {'typical' | 'tail' | 'fast'} distribution
 * @param {Client} ours
 * @param {Client[]} peers
 */
function describeEnding(distribution, ours, peers) {
  const own = ours.simulated[distribution]
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
  const head = ['', 'a request every', 'requests per job', '÷ ours', 'mean lag', '÷ ours', 'p95 lag']
  return toTable(head, [ours, ...peers].map(toRow))
}

/** @param {Client} ours @param {Client[]} peers */
function describeStuck(ours, peers) {
  const toRow = (/** @type {Client} */ client) => {
    const { requests, lag } = client.simulated.stuck
    const givesUp =
      lag === null ? 'never' : `${Math.abs(lag).toFixed(1)} s ${lag < 0 ? 'before' : 'after'} it`
    return [toName(client), requests.toFixed(1), ratio(requests, ours.simulated.stuck.requests), givesUp]
  }
  const head = ['', 'requests until it gives up, else until the deadline', '÷ ours', 'gives up']
  return toTable(head, [ours, ...peers].map(toRow))
}

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportSchedule() {
  /** @type {Client[]} */
  const all = []
  for (const [file, name] of Object.entries(clients))
    all.push({ name, simulated: await resultOf('schedule/simulate.mjs', [file]) })
  const [ours, ...peers] = /** @type {[Client, ...Client[]]} */ (all)

  const names = /** @type {(keyof typeof distributions)[]} */ (Object.keys(distributions))
  const results = names.map((name) => ({
    name,
    optimum: name === 'stuck' ? null : besideOptimum(name, ours),
    dominating: peers.filter(
      (peer) => isWithinFloor(peer) && dominates(peer.simulated[name], ours.simulated[name]),
    ),
    table: name === 'stuck' ? describeStuck(ours, peers) : describeEnding(name, ours, peers),
  }))
  const isNear = results.every(
    ({ name, optimum }) => name !== 'typical' || (optimum !== null && optimum.ofBest <= BAR),
  )

  const bars = toTable(
    [
      'jobs',
      'our requests per job',
      'our mean lag',
      'optimum',
      'ratio',
      'bar',
      '',
      'dominated by',
      'bar',
      '',
    ],
    results.map(({ name, optimum, dominating }) => [
      name,
      ...(optimum
        ? [optimum.requests.toFixed(2), seconds(optimum.lag), seconds(optimum.best)]
        : ['', '', '']),
      optimum ? `**${optimum.ofBest.toFixed(3)}**` : '',
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

With ${versions.join(', ')}; under a minute.

How many requests each client sends for a job, and how long after the end of the job it knows (the **lag**). Each client
watches the same ${JOBS} jobs of each kind from their start, on a virtual clock. A request takes ${LATENCY} s, and its response has
the status of the job half-way through. Every client is the published code with its default settings, or 5 s if it has
none. Only the network is replaced. The hooks run in React, in jsdom. The two loops are written out here.

The **optimum** is the lowest mean lag of any schedule with waits of ${FLOOR} to ${CEILING} s and as many requests as ours. Dynamic
programming finds it from the exact distribution of the durations. We have one schedule for all jobs, made for the documented
durations: the bar is for those. These figures are from ${(50 * JOBS).toLocaleString('en')} jobs of each kind, so they differ slightly from the tables
below.

A peer **dominates** ours if it has at most our requests and our lag, and less of at least one. Differences up to ${NOISE * 100} % do not
count. The vendor recommends at most one request every ${FLOOR} s. A client that is ever faster (**†**) is not compared.

${bars}

No client that follows the vendor's recommendation has less of both. A loop every 5 s sends 1.3 to 1.5 times the requests. It has
less lag for jobs that end before 30 s or long after 90 s, because our hook polls less often then. A backoff from 5 to 10 s
sends fewer requests than ours, except for the fast jobs, and has almost twice the lag for the typical ones.

${results.map(({ name, table }) => `### ${distributions[name]}\n\n${table}`).join('\n\n')}

In this table, clients that take a deadline get one of ${DEADLINE} s, which is our default. In the tables above they have none, so that no
lag is cut off. Our hook polls once more after the deadline, at least ${FLOOR} s after the poll before, and then gives up. The loops
notice the deadline at their next turn. fal's client stops at the deadline without another poll. smithy's waiter stops
before the deadline if its next wait would end after it.
`
  return { text, isMet: isNear && results.every(({ dominating }) => dominating.length === 0) }
}
