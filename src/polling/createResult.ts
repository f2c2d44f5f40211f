import type { ItrJob } from '../contract/ItrJob.ts'
import { derivePhase } from './derivePhase.ts'
import type { PollingOptions } from './getNextPollDelay.ts'
import {
  phaseTraits,
  type ItrConnection,
  type ItrJobStatusResult,
  type ItrPhase,
} from './ItrJobStatusResult.ts'
import { getElapsedTime, getKnownJob, isWithoutResponse, type PollState } from './pollState.ts'

interface Watcher extends Pick<PollingOptions, 'timeout' | 'typicalDuration'> {
  jobId: string | null
  enabled: boolean
  retry: () => void
  connection: ItrConnection
}

/**
 * Creates what one watcher sees of its job.
 *
 * @param state undefined until the job is watched or requested
 */
export function createResult(
  data: ItrJob | undefined,
  state: PollState | undefined,
  { jobId, enabled, retry, connection, timeout, typicalDuration }: Watcher,
): ItrJobStatusResult {
  const phase = getPhase(data, state, { enabled, timeout })
  const job = getKnownJob(data, state)
  const { isLive } = phaseTraits[phase]
  return {
    phase,
    job,
    error: getError(phase, state),
    jobId,
    startedAt: state?.startedAt ?? null,
    deadlineAt: state && timeout < Infinity ? state.startedAt + timeout : null,
    typicalDuration,
    retry,
    connection,
    isPolling: enabled && isLive,
    isDelayed: isLive && !!state && getElapsedTime(job, state, state.lastPollEndedAt) >= typicalDuration.max,
  } as ItrJobStatusResult
}

/** @param isOnline what the browser reports, which is only a hint: `offline` needs a poll without response too */
export function getConnection(
  data: ItrJob | undefined,
  state: PollState | undefined,
  { enabled, timeout, isOnline }: Pick<Watcher, 'enabled' | 'timeout'> & { isOnline: boolean },
): ItrConnection {
  const phase = getPhase(data, state, { enabled, timeout })
  const { isLive, pollsOnReturn } = phaseTraits[phase]
  if (!enabled || !pollsOnReturn) return 'ok'
  const error = getError(phase, state)
  const isUnreachable = error ? isWithoutResponse(error) : !getKnownJob(data, state)
  if (!isOnline && isUnreachable) return 'offline'
  return isLive && error ? 'reconnecting' : 'ok'
}

function getPhase(
  data: ItrJob | undefined,
  state: PollState | undefined,
  { enabled, timeout }: Pick<Watcher, 'enabled' | 'timeout'>,
): ItrPhase {
  const phase = state ? derivePhase(data, state, timeout) : data?.status
  return phase && (enabled || phase !== 'connecting') ? phase : 'idle'
}

/** Returns the last poll's error, except in the phases that have none. */
function getError(phase: ItrPhase, state: PollState | undefined) {
  return state && phaseTraits[phase].hasError ? state.error : null
}
