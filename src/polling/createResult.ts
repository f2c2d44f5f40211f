import type { ItrJob } from '../contract/ItrJob.ts'
import { derivePhase } from './derivePhase.ts'
import type { PollingOptions } from './getNextPollDelay.ts'
import { isLive, isOpen, pollsOnReturn, type ItrJobStatusResult } from './ItrJobStatusResult.ts'
import { getElapsedTime, isWithoutResponse, type PollState } from './pollState.ts'

interface Watcher extends Pick<PollingOptions, 'timeout' | 'typicalDuration'> {
  jobId: string | null
  enabled: boolean
  /** The browser's report. */
  isOnline: boolean
  retry: () => void
}

/** The largest time of a `Date`, in epoch ms (ECMA-262, "Time Values and Time Range"). */
const MAX_TIME = 8.64e15

/**
 * Creates the result of one watcher.
 *
 * @param state undefined until the job is watched or requested
 */
export function createResult(
  data: ItrJob | undefined,
  state: PollState | undefined,
  { jobId, enabled, isOnline, retry, timeout, typicalDuration }: Watcher,
): ItrJobStatusResult {
  const known = state ? derivePhase(data, state, timeout) : data?.status
  const phase = known && (enabled || known !== 'connecting') ? known : 'idle'
  const job = state?.terminalJob ?? data
  const live = isLive(phase)
  const error = isOpen(phase) && state ? state.error : null
  // NaN before the window opens.
  const deadline = (state?.startedAt ?? NaN) + timeout

  const isUnreachable = error ? isWithoutResponse(error) : !job
  // The browser's report is only a hint: a response proves that there is a network.
  const isOffline = enabled && pollsOnReturn(phase) && !isOnline && isUnreachable
  const onlineConnection = enabled && live && error ? 'reconnecting' : 'ok'

  return {
    phase,
    job,
    error,
    jobId,
    startedAt: state?.startedAt ?? null,
    deadlineAt: phase !== 'idle' && deadline <= MAX_TIME ? deadline : null,
    typicalDuration,
    retry,
    connection: isOffline ? 'offline' : onlineConnection,
    isPolling: enabled && live,
    isDelayed: live && !!state && getElapsedTime(job, state, state.lastPollEndedAt) >= typicalDuration.max,
  } as ItrJobStatusResult
}
