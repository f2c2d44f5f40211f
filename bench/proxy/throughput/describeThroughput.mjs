import { spreadToText } from '../../spread.mjs'
import { toTable } from '../../toTable.mjs'

/**
 * @param {Awaited<ReturnType<typeof import('./measureThroughput.mjs').measureThroughput>>} rows
 * @returns {import('../../run.mjs').Section}
 */
export function describeThroughput(rows) {
  const isMet = (/** @type {(typeof rows)[number]} */ { throughput, bar, p99, p99Bar }) =>
    (bar === null || throughput.median >= bar) && (p99Bar === null || p99.median <= p99Bar)
  const table = toTable(
    ['server', 'upstream', 'watchers per job', 'throughput', 'p99', 'CPU time per request', 'bar', ''],
    rows.map((row) => [
      row.name,
      row.latency ? `${row.latency} ms` : 'instant',
      `${row.watchers}`,
      spreadToText(row.throughput),
      spreadToText(row.p99),
      spreadToText(row.cpu),
      [row.bar && `throughput ≥ ${row.bar}`, row.p99Bar && `p99 ≤ ${row.p99Bar}`].filter(Boolean).join(', '),
      row.bar ? (isMet(row) ? 'met' : 'missed') : '',
    ]),
  )
  const text = `### Throughput

Each figure is the proxy's divided by that of a bare pass-through on the same server. The pass-through has ten lines: it
reads the JSON, sends it to the upstream with \`fetch\` and the keys, and returns the upstream's JSON. Higher is better for
throughput, lower for p99 and CPU time. The figure is the median of pairs of alternating rounds, with the quartiles in
brackets. 32 connections each send the next request when they have the response.

With one watcher per job, no response is cached. With 100, each of 50 jobs gets 100 requests in turn. An upstream that
responds after 50 ms is like a fast one on the internet. With an instant one, only the work of the server is left.

${table}

Why the bar of an instant upstream is missed: there is no single cause. A request takes about 0.2 ms. What the proxy saves by
\`node:http\` it spends on what the pass-through lacks: the session check with its time limit, the queue, validation, masking and
a new response.
`
  return { text, isMet: rows.every(isMet) }
}
