import { quantile, spread } from '../spread.mjs'
import { toTable } from '../toTable.mjs'
import { CONTESTANTS, REST, SLOWDOWN } from './measureForm.mjs'

/** Highest main-thread time of the widget in the rest, in s. */
const BAR = 0.8

const NAMES = /** @type {const} */ ({
  nothing: 'the form alone',
  handWrittenWidget: 'with the hand-written widget',
  widget: 'with `ItrProgress`',
})

/**
 * @param {Awaited<ReturnType<typeof import('./measureForm.mjs').measureForm>>} waits
 * @returns {import('../run.mjs').Section}
 */
export function describeForm(waits) {
  const rows = CONTESTANTS.map((contestant) => {
    const rounds = waits[contestant]
    const latencies = rounds.flatMap((round) => round.latencies)
    return {
      contestant,
      busy: spread(rounds.map(({ busy }) => busy)).median,
      layouts: spread(rounds.map(({ layouts }) => layouts)).median,
      latency: [0.5, 0.95, 1].map((share) => quantile(latencies, share)),
    }
  })
  const isMet = rows.every(({ contestant, busy }) => contestant !== 'widget' || busy <= BAR)
  const table = toTable(
    [
      '',
      `main thread in ${REST / 1_000} s`,
      'layouts',
      'typing latency: median',
      '95th percentile',
      'maximum',
    ],
    rows.map(({ contestant, busy, layouts, latency }) => [
      NAMES[contestant],
      `${busy.toFixed(2)} s`,
      `${layouts}`,
      ...latency.map((ms) => `${Math.round(ms)} ms`),
    ]),
  )
  const text = `### A form on a slow phone

A form with one text field, in real time, on a main thread that Chromium slows down ${SLOWDOWN} times. Polls are real
requests over loopback. First nobody types for ${REST / 1_000} s while a job is in its second step. Then a person types a
character every 100 ms for 20 s. The latency is the time from the key press to the frame that shows the character.

${table}

Main-thread time of \`ItrProgress\` while nobody types (bar: ≤ ${BAR} s): ${isMet ? 'met' : 'missed'}.
`
  return { text, isMet }
}
