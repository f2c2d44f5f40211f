import { toTable } from '../../toTable.mjs'

/** @param {{ low: number, median: number, high: number }} spread */
const toText = ({ low, median, high }) => `**${median.toFixed(2)}** (${low.toFixed(2)}–${high.toFixed(2)})`

/**
 * @param {Awaited<ReturnType<typeof import('./measureThroughput.mjs').measureThroughput>>} rows
 * @returns {import('../../run.mjs').Section}
 */
export function describeThroughput(rows) {
  const isMet = (/** @type {(typeof rows)[number]} */ { throughput, bar }) =>
    bar === null || throughput.median >= bar
  const table = toTable(
    ['server', 'upstream', 'watchers a job', 'throughput', 'bar', '', 'p99', 'CPU time a request'],
    rows.map((row) => [
      row.name,
      row.latency ? `${row.latency} ms` : 'at once',
      `${row.watchers}`,
      toText(row.throughput),
      row.bar ? `≥ ${row.bar}` : '',
      row.bar ? (isMet(row) ? 'met' : 'missed') : '',
      toText(row.p99),
      toText(row.cpu),
    ]),
  )
  const text = `### Throughput

The proxy's figure divided by that of a bare pass-through on the same server: ten lines that read the JSON, fetch the
upstream with the keys and return its JSON. More is better for throughput, less for p99 and CPU time. Median of pairs
of alternating rounds, in brackets the quarters. 32 connections ask as fast as they are answered. With one watcher a
job nothing is ever cached; with 100, 50 jobs at a time are each asked for 100 times in turn.

The upstream answers after 50 ms, as one across the internet does at best; that is what the bars are for. Where it
answers at once, only the server's own work is left: there the limits, the timeout and the checks, which the ten lines
lack, show in full, and with nothing cached the proxy stays below 0.8. Most of that price is Node's own, for streams and
abort signals.

${table}
`
  return { text, isMet: rows.every(isMet) }
}
