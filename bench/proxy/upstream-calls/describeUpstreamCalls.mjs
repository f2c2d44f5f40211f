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
  const bar = '≤ 1 of the most allowed'
  const table = toTable(
    ['proxy', 'jobs', 'questions', 'upstream calls', 'of the floor', 'of the most allowed', 'bar', ''],
    [
      toRow('one instance', one, `≤ ${BAR_ONE} of the floor`, isOneMet),
      toRow('two instances, one cache', two, bar, isTwoMet(two)),
      ...(overRedis ? [toRow('two instances, Redis, real time', overRedis, bar, isTwoMet(overRedis))] : []),
    ],
  )
  const text = `### Upstream calls

Ten people watch each job at the widget's own pace (5 to 10 s) until it is settled: the jobs begin over three minutes and
take 30 to 90 s each, five minutes in all, in virtual time. One in five looks in later than the others. A
balancer sends each question to any of the instances. Over Redis the same happens in real time, a twentieth as long.

The **floor** is the fewest calls that could have answered the same questions: a question about a job begins an interval
of 5 s (of a minute where the job is settled by then), one call answers all within it, and the first question after it
begins the next. The **most allowed** is that floor counted for each instance alone and added up: one call a job,
interval and instance. Instances that miss at the same moment may each ask, and people who shared a call ask together
the next time too: that is what lies between the two.

${overRedis ? '' : 'There was no redis-server: nothing was measured over a real one, and that bar is missed.\n\n'}${table}
`
  return { text, isMet: isOneMet && isTwoMet(two) && overRedis !== null && isTwoMet(overRedis) }
}
