import { toTable } from '../toTable.mjs'

/** Highest ratio to the heap after the first thousand polls. */
const BAR = 1.02

const SHOWN = [1, 2, 5, 10]

/**
 * @typedef {Awaited<ReturnType<typeof import('./measureHeap.mjs').measureHeap>>} Points
 * @param {Points} compiled
 * @param {Points} plain
 * @returns {import('../run.mjs').Section}
 */
export function describeHeap(compiled, plain) {
  const grown = (/** @type {Points} */ points, /** @type {number} */ thousands) =>
    (points[thousands - 1]?.bytes ?? NaN) / (points[0]?.bytes ?? NaN)
  const isMet = grown(plain, 10) <= BAR
  const table = toTable(
    ['polls', 'heap, without compiled code', 'with it'],
    SHOWN.map((thousands) => [
      (plain[thousands - 1]?.polls ?? NaN).toLocaleString('en'),
      grown(plain, thousands).toFixed(3),
      grown(compiled, thousands).toFixed(3),
    ]),
  )
  const text = `### Heap

One job never ends. Each response is newer than the last, so each poll writes to the cache and renders. The figure is the
growth of the heap since before the hook mounted, after garbage collection, divided by the same after the first thousand
polls. Chromium compiles code that runs often, and compiled code is in the heap too. So the first column is measured without
its compiler. It shows what the hook itself keeps.

${table}

After ten thousand polls, without compiled code: ${grown(plain, 10).toFixed(3)} (bar: ≤ ${BAR}, ${isMet ? 'met' : 'missed'}).
`
  return { text, isMet }
}
