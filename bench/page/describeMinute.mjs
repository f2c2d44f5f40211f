import { spread } from '../spread.mjs'
import { toTable } from '../toTable.mjs'

/** @typedef {Awaited<ReturnType<typeof import('./measureMinute.mjs').measureMinute>>[number]} Size */

const ROWS = /** @type {const} */ ([
  { name: '`useItrJobStatus`', contestant: 'hook', beside: 'handWrittenHook', hasBar: true },
  { name: 'setInterval hook', contestant: 'intervalHook', beside: 'handWrittenHook', hasBar: false },
  { name: '`ItrProgress`', contestant: 'widget', beside: 'handWrittenWidget', hasBar: false },
])

/** @param {number} ratio */
const toText = (ratio) => ratio.toFixed(2)

/** @param {Size} size @param {(typeof ROWS)[number]} row */
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

/**
 * @param {Size[]} sizes
 * @returns {import('../run.mjs').Section}
 */
export function describeMinute(sizes) {
  const rows = sizes.flatMap((size) =>
    ROWS.map((row) => {
      const ratios = compare(size, row)
      return { count: size.count, ...row, ...ratios, isMet: toMisses(ratios).length === 0 }
    }),
  )
  const table = toTable(
    [
      'watchers',
      '',
      'compared with',
      'requests',
      'renders',
      'main-thread time',
      'a poll',
      'heap',
      'bar: each ≤ 1',
    ],
    rows.map((row) => [
      `${row.count}`,
      row.name,
      row.beside === 'handWrittenHook' ? 'hand-written hook' : 'hand-written widget',
      toText(row.requests),
      toText(row.renders),
      `**${toText(row.time.median)}** (${toText(row.time.low)}–${toText(row.time.high)})`,
      toText(row.timeAPoll),
      toText(row.heap),
      row.hasBar ? (row.isMet ? 'met' : `missed: ${toMisses(row).join(', ')}`) : '',
    ]),
  )
  const text = `### A minute

Each watcher has its own job, with five steps, which is complete after 48 s. A \`fetch\` in the page responds like the proxy
after 300 ms. We compare with \`bench/hand-written\`: a hook of twenty lines (\`useQuery\`, \`refetchInterval\` 5 s, zod/mini), a
hook with \`fetch\` and \`setInterval\` that checks nothing, and a minimal widget around the twenty lines. All hooks render the
same line of text. Our widget is compared with the hand-written widget.

Each figure is a ratio: the median of alternating rounds, with the quartiles in brackets. Main-thread time is CPU time of the
page's main thread, including the first render. Heap is the heap in use after garbage collection at the end of the minute. The
figures of a page without a watcher are subtracted. The minute passes in Chromium's virtual time, with one frame per second, so
the cost of animations is not included. The bars are for the hook.

Our hook sends fewer requests: one every 10 s until 30 s, then one every 5 s. "a poll" is the time divided by the requests. The
cost of a real \`fetch\` is not included. It would favour the client with fewer requests.

Our hook does more for each poll. It sets and clears a time limit with an abort signal, and reads eleven fields instead of
four. It masks PANs, compares the response with the cached job, and checks its options. react-query also tells it when a
response becomes stale. The heap holds the whole job and its poll state.

${table}
`
  return { text, isMet: rows.every(({ hasBar, isMet }) => !hasBar || isMet) }
}

/** @param {Pick<ReturnType<typeof compare>, 'renders' | 'time' | 'heap'>} ratios */
function toMisses({ renders, time, heap }) {
  const figures = { renders, time: time.median, heap }
  return Object.entries(figures).flatMap(([name, ratio]) => (ratio > 1 ? [name] : []))
}
