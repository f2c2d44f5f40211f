import { toTable } from '../../toTable.mjs'

/** In bytes a handle. One reference to anything that is kept takes eight. */
const BAR = 1

/**
 * @param {{ handles: number, bytes: number }[]} points
 * @returns {import('../../run.mjs').Section}
 */
export function describeMemory(points) {
  const [empty, full, ...later] = points
  const last = later.at(-1)
  if (!empty || !full || !last) throw new Error('Memory is measured at three points or more.')
  const growth = (last.bytes - full.bytes) / (last.handles - full.handles)
  const isMet = growth <= BAR
  const table = toTable(
    ['distinct handles', 'heap, MB', 'of the heap with the first tenth'],
    points.map(({ handles, bytes }) => [
      handles.toLocaleString('en'),
      (bytes / 1e6).toFixed(1),
      (bytes / full.bytes).toFixed(3),
    ]),
  )
  const text = `### Memory

The heap after garbage collection, over handles of which no two are the same. One in ten is nobody's, one's call fails,
two are settled, six are under way; a ms passes from each to the next, so that the 10,000 answers that are kept are
always there and always others. What is measured first is an idle process.

${table}

From the second row to the last the heap grew by ${growth.toFixed(3)} bytes a handle (bar: ≤ ${BAR}, ${isMet ? 'met' : 'missed'}).
`
  return { text, isMet }
}
