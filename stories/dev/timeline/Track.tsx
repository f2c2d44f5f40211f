import type { ItrPhase } from '../../../src/index.ts'
import { formatTime } from './formatTime.ts'
import type { Check, ReplayCourse } from './replayJob.ts'
import { resultAt } from './viewAt.ts'

interface TrackProps {
  at: number
  end: number
  checks: readonly Check[]
  course: ReplayCourse
  onMove: (at: number) => void
}

/** The whole replay: a band for each phase, a mark for each request, and a slider. */
export function Track({ at, end, checks, course, onMove }: TrackProps) {
  const left = (ms: number) => `${(ms / end) * 100}%`
  return (
    <div className="track">
      <div className="bands" aria-hidden="true">
        {phasesIn(checks, course, end).map(({ phase, from, until }) => (
          <span
            key={from}
            data-band={phase}
            style={{ insetInlineStart: left(from), inlineSize: left(until - from) }}
          >
            {phase}
          </span>
        ))}
        {course.absence && (
          <span
            className="absence"
            style={{
              insetInlineStart: left(course.absence.from),
              inlineSize: left(Math.min(course.absence.until, end) - course.absence.from),
            }}
          />
        )}
        {checks.map(({ sentAt, isAnswered }) => (
          <i
            key={sentAt}
            className={isAnswered ? 'request' : 'request request-failed'}
            style={{ insetInlineStart: left(sentAt) }}
          />
        ))}
      </div>
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={formatTime(at)}
        min={0}
        max={end}
        step={500}
        value={at}
        onChange={({ target }) => onMove(target.valueAsNumber)}
      />
    </div>
  )
}

/** Returns each phase with its start and end. A phase that comes back is a new item. */
function phasesIn(checks: readonly Check[], course: ReplayCourse, end: number) {
  const phases: { phase: ItrPhase; from: number; until: number }[] = []
  for (const from of [0, ...checks.map(({ settledAt }) => settledAt)]) {
    const { phase } = resultAt(from, checks, course)
    const last = phases.at(-1)
    if (last?.phase === phase) continue
    if (last) last.until = from
    phases.push({ phase, from, until: end })
  }
  return phases
}
