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
    ...(previous.status === 'processing' &&
      next.status === 'initiated' && { status: previous.status, reportedStatus: previous.reportedStatus }),
    stepsCompleted: [...new Set([...previous.stepsCompleted, ...next.stepsCompleted])],
    // An answer that says no time must not lower the mark against which the next one is held.
    updatedAt: next.updatedAt ?? previous.updatedAt,
  }
  return isSame(previous, reconciled) ? previous : reconciled
}

const isOlder = (a: ItrJob, b: ItrJob) =>
  a.updatedAt !== null && b.updatedAt !== null && a.updatedAt < b.updatedAt

function isSame(a: ItrJob, b: ItrJob): boolean {
  return (Object.keys(b) as (keyof ItrJob)[]).every((key) => {
    const [x, y] = [a[key], b[key]]
    return Array.isArray(x) && Array.isArray(y)
      ? x.length === y.length && x.every((id, i) => id === y[i])
      : x === y
  })
}
