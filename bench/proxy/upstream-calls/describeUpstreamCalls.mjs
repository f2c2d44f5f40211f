import { toTable } from '../../toTable.mjs'

const BAR_ONE = 1.02

/**
 * @typedef {ReturnType<ReturnType<typeof import('./createTally.mjs').createTally>['result']>} Tallied
 *
 * @param {{ one: Tallied, two: Tallied, overRedis: Tallied | null }} results
 * @returns {import('../../run.mjs').Section}
 */
export function describeUpstreamCalls({ one, two, overRedis }) {
  const toRow = (
    /** @type {string} */ name,
    /** @type {Tallied} */ { jobs, questions, calls, ofFloor, ofAllowed },
    /** @type {string} */ bar,
    /** @type {boolean} */ isMet,
  ) => {
    const ratios = [ofFloor, ofAllowed].map((ratio) => ratio.toFixed(3))
    return [name, ...[jobs, questions, calls].map(String), ...ratios, bar, isMet ? 'met' : 'missed']
  }
  const isOneMet = one.ofFloor <= BAR_ONE
  const isTwoMet = (/** @type {Tallied} */ { ofAllowed }) => ofAllowed <= 1
  const bar = '≤ 1 of the allowed maximum'
  const table = toTable(
    ['proxy', 'jobs', 'requests', 'upstream calls', 'of the floor', 'of the allowed maximum', 'bar', ''],
    [
      toRow('one instance', one, `≤ ${BAR_ONE} of the floor`, isOneMet),
      toRow('two instances, one cache', two, bar, isTwoMet(two)),
      ...(overRedis ? [toRow('two instances, Redis, real time', overRedis, bar, isTwoMet(overRedis))] : []),
    ],
  )
  const text = `### Upstream calls

Ten people watch each job at the widget's own pace (5 to 10 s) until it is terminal. The jobs begin within three minutes
and take 30 to 90 s each: five minutes in all, in virtual time. One person in five begins later than the others. A load
balancer sends each request to one of the instances at random. Over Redis, the same happens in real time, 20 times as fast.

The **floor** is the lowest number of upstream calls that could have served the same requests. A request begins an interval
of 5 s (10 minutes if the job is terminal by then), one call serves all requests within it, and the next request begins the
next interval. The **allowed maximum** is the sum of the floors of each instance alone: one call per job, interval and
instance. Instances that miss at the same moment may each make a call. People who shared a call also send their next request
at the same time. So the number of calls is between floor and maximum.

${overRedis ? '' : 'No redis-server was found, so nothing was measured over one, and that bar is missed.\n\n'}${table}
`
  return { text, isMet: isOneMet && isTwoMet(two) && overRedis !== null && isTwoMet(overRedis) }
}
