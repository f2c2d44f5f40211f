import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import type { ItrPhase } from './ItrJobStatusResult.ts'
import type { PollState } from './pollState.ts'

/** So many doubtful failures in a row mean that asking again cannot help. */
const DOUBTFUL_LIMIT = 3

/**
 * What is known so far amounts to. A terminal answer beats everything, an error the deadline; and only a check that settled
 * after the deadline declares `timed-out`, so that a laptop that slept is asked once more before anyone is prompted.
 */
export function phaseOf(
  job: ItrJob | undefined,
  record: PollState,
  timeout: number,
): Exclude<ItrPhase, 'idle'> {
  if (isTerminal(job)) return job!.status
  if (record.error?.kind === 'permanent' || record.doubtful >= DOUBTFUL_LIMIT) return 'error'
  if (record.settledAt - record.startedAt >= timeout) return 'timed-out'
  return job ? job.status : 'connecting'
}

/** Whether further checks come by themselves in this phase. */
export function isLive(phase: ItrPhase): boolean {
  return phase === 'connecting' || phase === 'initiated' || phase === 'processing'
}
