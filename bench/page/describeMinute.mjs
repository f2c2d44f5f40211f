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
    ['watchers', '', 'beside', 'requests', 'renders', 'main-thread time', 'a poll', 'heap', 'bar: each ≤ 1'],
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

Each watcher has a job of its own, which takes a step five times and is complete after 48 s. A fetch in the page answers
after 300 ms as the proxy does. Beside ours are the twenty lines of \`bench/hand-written\` (\`useQuery\`, \`refetchInterval\`
5 s, zod/mini), a hook with fetch and \`setInterval\` that checks nothing, and a widget as small as it gets around the
twenty lines. The hooks all write the same line of text; the widget stands beside a widget, since the hooks draw nothing.

Figures are ratios to what stands beside, medians of rounds in which each is measured in turn, in brackets the quarters.
Main-thread time is CPU time of the page's main thread, its first render included; heap is what is in use after garbage
collection at the end of the minute. A page that watches nothing is subtracted from both. The minute passes in Chromium's
own virtual time, a frame drawn each second: what the frames of an animation cost is not in it. The bars are for the hook.

Ours asks less: each 10 s until 30 s, when no job is finished yet, then each 5 s. That is part of what a minute costs;
"a poll" is the time divided by the requests. What a real fetch costs the page is not in it, and would favour who asks less.

Where ours takes more, it is in no one place. With each check it sets and clears a time limit with an abort signal, reads
eleven fields instead of four, masks, compares with the job held and goes through its options; and it is told when an
answer turns stale. On the heap it holds that whole job, and a record of the watch.

${table}
`
  return { text, isMet: rows.every(({ hasBar, isMet }) => !hasBar || isMet) }
}

/** @param {Pick<ReturnType<typeof compare>, 'renders' | 'time' | 'heap'>} ratios */
function toMisses({ renders, time, heap }) {
  const figures = { renders, time: time.median, heap }
  return Object.entries(figures).flatMap(([name, ratio]) => (ratio > 1 ? [name] : []))
}
