import { isTerminal, type ItrJob } from './ItrJob.ts'

/**
 * Merges a response into the cached job, so that progress never goes backwards.
 *
 * - A terminal job never changes, and a terminal response always wins.
 * - A response that is older by `updatedAt` is ignored.
 * - `processing` never returns to `initiated`, and no completed step is removed.
 *
 * Returns `previous` itself if nothing changed.
 */
export function reconcileItrJob(previous: ItrJob | undefined, next: ItrJob): ItrJob {
  if (!previous) return next
  if (isTerminal(previous)) return previous
  if (!isTerminal(next) && isOlder(next, previous)) return previous

  const reconciled: ItrJob = {
    ...next,
    ...(next.status === 'initiated' && { status: previous.status, reportedStatus: previous.reportedStatus }),
    stepsCompleted: [...new Set([...previous.stepsCompleted, ...next.stepsCompleted])],
    // Keeps the known times, with which the age of the job is computed and the next response is compared.
    createdAt: next.createdAt ?? previous.createdAt,
    updatedAt: next.updatedAt ?? previous.updatedAt,
  }
  return isSame(previous, reconciled) ? previous : reconciled
}

// Times in the format of toISOString() compare as text. If either is null the comparison is false.
const isOlder = (a: ItrJob, b: ItrJob) => a.updatedAt! < b.updatedAt!

// Equal jobs have the same text: they are plain JSON with the keys in the same order.
const isSame = (a: ItrJob, b: ItrJob) => JSON.stringify(a) === JSON.stringify(b)
