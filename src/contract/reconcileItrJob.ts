import { isTerminal, type ItrJob } from './ItrJob.ts'

/**
 * What a watcher knows after an answer, so that it never goes backwards. A terminal job stays as it is and a terminal answer
 * is always taken; else an answer older than the one held changes nothing, `processing` never returns to `initiated`, and
 * completed steps are only ever added. Where nothing changed, `previous` itself comes back.
 */
export function reconcileItrJob(previous: ItrJob | undefined, next: ItrJob): ItrJob {
  if (!previous) return next
  if (isTerminal(previous)) return previous
  if (!isTerminal(next) && isOlder(next, previous)) return previous

  const reconciled: ItrJob = {
    ...next,
    ...(next.status === 'initiated' && { status: previous.status, reportedStatus: previous.reportedStatus }),
    stepsCompleted: [...new Set([...previous.stepsCompleted, ...next.stepsCompleted])],
    // An answer that says no time must not lower the mark against which the next one is held.
    updatedAt: next.updatedAt ?? previous.updatedAt,
  }
  return isSame(previous, reconciled) ? previous : reconciled
}

// ISO times in one notation compare as text; where either is null the comparison is false, and nothing counts as older.
const isOlder = (a: ItrJob, b: ItrJob) => a.updatedAt! < b.updatedAt!

/** Jobs are plain JSON, and `next` is spread first, so that equal ones read the same. */
const isSame = (a: ItrJob, b: ItrJob) => JSON.stringify(a) === JSON.stringify(b)
