import { toTable } from '../../toTable.mjs'

/** In bytes per handle. One reference takes eight. */
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
    ['distinct handles', 'heap, MB', 'of the second row'],
    points.map(({ handles, bytes }) => [
      handles.toLocaleString('en'),
      (bytes / 1e6).toFixed(1),
      (bytes / full.bytes).toFixed(3),
    ]),
  )
  const text = `### Memory

The heap after garbage collection. Each request has another handle. Of ten handles, \`resolveJob\` denies one, the call of one
fails, two jobs are terminal and six are processing. One ms passes between two handles, so the memory stays full, with
10,000 responses that keep changing. The first row is an idle process.

${table}

From the second row to the last the heap grew by ${growth.toFixed(3)} bytes per handle (bar: ≤ ${BAR}, ${isMet ? 'met' : 'missed'}).
`
  return { text, isMet }
}
