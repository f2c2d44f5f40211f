import { spread, spreadToText } from '../spread.mjs'
import { toTable } from '../toTable.mjs'

/**
 * @typedef {Awaited<ReturnType<typeof import('./measureMinute.mjs').measureMinute>>[number]} Size
 * @typedef {{ time?: number, heap?: number }} Bars highest ratio allowed
 * @typedef {{ name: string, contestant: 'hook' | 'intervalHook' | 'widget', beside: 'handWrittenHook' | 'handWrittenWidget', bars: Record<number, Bars> }} Row
 */

/** `bars` by the number of watchers. @satisfies {readonly Row[]} */
const ROWS = /** @type {const} */ ([
  {
    name: '`useItrJobStatus`',
    contestant: 'hook',
    beside: 'handWrittenHook',
    bars: { 1: { time: 1.05, heap: 1.3 }, 100: { time: 1.05, heap: 1.3 }, 1000: { time: 1.05 } },
  },
  { name: '`setInterval` hook', contestant: 'intervalHook', beside: 'handWrittenHook', bars: {} },
  {
    name: '`ItrProgress`',
    contestant: 'widget',
    beside: 'handWrittenWidget',
    bars: { 1: { time: 1.5 }, 100: { time: 2.5 } },
  },
])

/** @param {number} ratio */
const toText = (ratio) => ratio.toFixed(2)

/** @param {Size} size @param {Row} row */
function compare({ renders, minutes }, { contestant, beside }) {
  const pairs = minutes[contestant].map((ours, round) => {
    const theirs = minutes[beside][round] ?? ours
    const idle = minutes.nothing[round] ?? ours
    const time = (ours.busy - idle.busy) / (theirs.busy - idle.busy)
    return {
      requests: ours.requests / theirs.requests,
      time,
      timeAPoll: (time * theirs.requests) / ours.requests,
      heap: (ours.heap - idle.heap) / (theirs.heap - idle.heap),
    }
  })
  const spreadOf = (/** @type {keyof typeof pairs[number]} */ figure) =>
    spread(pairs.map((pair) => pair[figure]))
  return {
    requests: spreadOf('requests').median,
    renders: renders[contestant] / renders[beside],
    time: spreadOf('time'),
    timeAPoll: spreadOf('timeAPoll').median,
    heap: spreadOf('heap').median,
  }
}

/** @param {Size[]} sizes @param {boolean} hasBars */
function toRows(sizes, hasBars) {
  return sizes.flatMap((size) =>
    ROWS.map((/** @type {Row} */ row) => {
      const ratios = compare(size, row)
      const bars = (hasBars && row.bars[size.count]) || {}
      const verdicts = Object.entries(bars).map(([figure, bar]) => {
        const ratio = figure === 'time' ? ratios.time.median : ratios.heap
        return { text: `${figure} ≤ ${bar}: ${ratio <= bar ? 'met' : 'missed'}`, isMet: ratio <= bar }
      })
      return { count: size.count, ...row, ...ratios, verdicts }
    }),
  )
}

/** @param {ReturnType<typeof toRows>} rows */
const toRowTable = (rows) =>
  toTable(
    ['watchers', '', 'beside', 'requests', 'renders', 'main-thread time', 'time per poll', 'heap', 'bars'],
    rows.map((row) => [
      `${row.count}`,
      row.name,
      row.beside === 'handWrittenHook' ? 'hand-written hook' : 'hand-written widget',
      toText(row.requests),
      toText(row.renders),
      spreadToText(row.time),
      toText(row.timeAPoll),
      toText(row.heap),
      row.verdicts.map(({ text }) => text).join(', '),
    ]),
  )

/**
 * @param {Size[]} withoutNetwork
 * @param {Size[]} overLoopback
 * @returns {import('../run.mjs').Section}
 */
export function describeMinute(withoutNetwork, overLoopback) {
  const rows = toRows(withoutNetwork, true)
  const text = `### A minute

Each watcher has its own job. The job changes its step five times and completes after 48 s. The hand-written hook is the
twenty lines in \`bench/hand-written\`: \`useQuery\`, a \`refetchInterval\` of 5 s, and zod/mini. The hand-written widget is a
small one around that hook. The \`setInterval\` hook calls \`fetch\` and checks nothing. All three hooks render the same line
of text.

The figures are ratios: our figure divided by that of the row's "beside" column. Each is the median of five rounds, and the
brackets show the quartiles. In each round all contestants are measured in turn.

- Main-thread time is the CPU time of the page's main thread, the first render included.
- Heap is the memory in use at the end of the minute, after a garbage collection.
- Both are without the figures of a page that watches nothing.
- The minute passes in Chromium's virtual time with one frame per second. The cost of animation frames is not included.

Our hook polls less often: every 10 s in the first 30 s, when no job is finished yet, and every 5 s after that.

#### Without a network

A function in the page stands in for \`fetch\`. It responds after 300 ms. So this table shows the cost of the hook and the
widget alone.

${toRowTable(rows)}

Why bars are missed: in a profile, no function of ours takes more than 4 % of the time, so there is no single cause. For each
poll, the hook starts a timer and an abort listener, reads 13 fields instead of 4, and compares the new result with the last
one. It keeps about ten more of React's hooks, and the query's functions three times: react-query has them in the query and
in the observer, and React has two trees. That is the heap. The widget draws a heading, a bar of segments, the timing, the
message, a list with icons and an announcer; the hand-written one draws a heading, a native bar and a list.

#### With a real request over loopback

The same, but each poll is a real \`fetch\` to a server on loopback. This is what a page pays: a request costs the main
thread more than the hook does, so a hook that polls less often costs less.

${toRowTable(toRows(overLoopback, false))}
`
  return { text, isMet: rows.every(({ verdicts }) => verdicts.every(({ isMet }) => isMet)) }
}
