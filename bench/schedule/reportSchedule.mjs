import { readFile } from 'node:fs/promises'
import { startChild } from '../proxy/startChild.mjs'
import { toTable } from '../toTable.mjs'
import { costOf, createOptimum } from './optimum.mjs'
import { quantiles, sample } from './quantiles.mjs'
import { DEADLINE, JOBS, LATENCY } from './settings.mjs'

const BAR = 1.05

/** The vendor's band, in s. */
const FLOOR = 5
const CEILING = 10

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
  tail: 'Tail: log-normal, median 50 s, σ 0.75, of which those within 240 s: the p95 is 154 s',
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
 * Our schedule, as it was measured, beside the best there is. Over more jobs, lest the optimum thread its way between them.
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
  const head = ['', 'a request each', 'requests a job', 'of ours', 'mean lag', 'of ours', 'p95 lag']
  return toTable(head, [ours, ...peers].map(toRow))
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
    const child = await startChild('./simulate.mjs', [file])
    child.stop()
    all.push({ name, simulated: child.ready })
  }
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
      'our requests a job',
      'mean lag',
      "the optimum's",
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

How often each client asks about a job, and how long after the end of the job it knows (the **lag**), on a virtual clock:
${JOBS} jobs of a kind, the same ones for every client, watched from their beginning. A request takes ${LATENCY} s, and is
told where the job stands half-way through. Every client is the published code, with the settings that it has by itself,
or 5 s where it has none; only the network underneath is replaced. The hooks run in React, in a page (jsdom). The two
loops, in which there is no code of others, are written out here.

The **optimum** is the least mean lag that any schedule with waits of ${FLOOR} to ${CEILING} s can have at as many requests as ours, found by
dynamic programming for somebody who knows exactly how the lengths of the jobs are spread. Our schedule is one for all
jobs, and is made for the documented ones: the bar is for those. These figures are over ${(50 * JOBS).toLocaleString('en')} jobs of a kind, and so
may differ a little from those further down.

A peer **dominates** ours if it has neither more requests nor more lag, and less of one; ${NOISE * 100} % counts as no
difference. The vendor asks for at most one request each ${FLOOR} s. Whoever ever asks sooner (**†**) is out of this contest:
it does what the vendor asks nobody to do.

${bars}

Nobody who keeps to the vendor's advice has less of both. A loop every 5 s has 1.3 to 1.5 times the requests and, where jobs
end before 30 s or long after 90 s, less lag: there ours asks less often, since little is due. A back-off from 5 to 10 s
has fewer requests than ours on all but the fast jobs, and almost twice the lag on the typical ones.

${results.map(({ name, table }) => `### ${distributions[name]}\n\n${table}`).join('\n\n')}

Clients that take a deadline are given one of ${DEADLINE} s here, which is what ours has by itself; above the others have none, so that
no lag is cut short. Ours looks once more before its verdict, after the deadline and not within ${FLOOR} s of the check before. The loops only see at their
next turn that time is up. fal's client stops at the deadline without another look, and smithy's waiter before it, where
its next wait would reach beyond.
`
  return { text, isMet: isNear && results.every(({ dominating }) => dominating.length === 0) }
}
