import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import type { ItrPhase } from './ItrJobStatusResult.ts'
import { hasGivenUp, type PollState } from './pollState.ts'

/**
 * Returns the phase of a watched job. A terminal job wins over an error, and an error over the deadline. Only a poll that ended
 * after the deadline declares `timed-out`, so that a laptop that slept polls once more before the person is prompted.
 */
export function derivePhase(
  data: ItrJob | undefined,
  state: PollState,
  timeout: number,
): Exclude<ItrPhase, 'idle'> {
  const job = state.terminalJob ?? data
  if (job && isTerminal(job)) return job.status
  if (hasGivenUp(state)) return 'error'
  if (state.lastConclusivePollAt - state.startedAt >= timeout) return 'timed-out'
  return job?.status ?? 'connecting'
}
