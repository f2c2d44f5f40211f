import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import { derivePhase } from './derivePhase.ts'
import { isLive, type ItrDuration } from './ItrJobStatusResult.ts'
import { getElapsedTime, type PollState } from './pollState.ts'

export interface PollingOptions {
  /** Shortest and longest wait between two polls. */
  interval: ItrDuration
  /** Length of the window in ms; `Infinity`: never times out. */
  timeout: number
  typicalDuration: ItrDuration
}

/** Time in which the wait rises from the shortest to the longest after the typical duration, in ms. */
const SLOWDOWN_MS = 60_000

/**
 * Returns the wait after a poll, in ms. Polls are rare before the typical duration, frequent within it, and then less and less
 * frequent.
 *
 * @param elapsed age of the job when the poll ended, in ms
 */
export function getPollInterval(elapsed: number, { interval, typicalDuration }: PollingOptions): number {
  const { min, max } = interval
  if (elapsed < typicalDuration.min) return max
  const slowdown = Math.min(Math.max(elapsed - typicalDuration.max, 0) / SLOWDOWN_MS, 1)
  return min + (max - min) * slowdown
}

/**
 * Returns the `refetchInterval`: ms until the next poll, or false if none follows by itself. The due time depends on past
 * events only, never on the time of this call, so that frequent renders neither delay nor hurry a poll.
 */
export function getNextPollDelay(
  { data, fetchStatus }: { data: ItrJob | undefined; fetchStatus: 'fetching' | 'paused' | 'idle' },
  state: PollState,
  options: PollingOptions,
  now: number,
): number | false {
  const { interval, timeout } = options
  // An older status replaced the terminal job. The query function restores it without a request.
  const isRolledBack = state.terminalJob && !isTerminal(data)
  if (!isRolledBack && !isLive(derivePhase(data, state, timeout))) return false
  // A request is in flight. Check again after `interval.max`, because `client.clear()` may have dropped it.
  if (fetchStatus !== 'idle') return Math.min(interval.max, MAX_TIMEOUT_MS)
  // The system clock moved back, so the elapsed time is unknown. Poll now.
  if (isRolledBack || now < state.lastRequestAt) return 1

  const next = state.lastRequestAt + getWait(data, state, options)
  // The wait is cut so that a poll falls on the deadline, which then needs no timer of its own. Polls that fail offline
  // continue after the deadline, without a cut.
  const deadline = state.startedAt + timeout
  const cut = deadline > state.lastPollEndedAt ? Math.min(next, deadline) : next
  // 0 would switch the timer of react-query off.
  return Math.min(Math.max(cut - now, getThrottleDelay(state, interval.min, now), 1), MAX_TIMEOUT_MS)
}

function getWait(job: ItrJob | undefined, state: PollState, options: PollingOptions): number {
  const { min, max } = options.interval
  if (!state.error) return getPollInterval(getElapsedTime(job, state, state.lastRequestAt), options)
  const failedOffline = state.failures === 0
  return failedOffline ? max : Math.min(min * 2 ** (state.failures - 1), max)
}

/** Shortest delay in ms before the next poll. 0 or less means now. */
export function getThrottleDelay(state: PollState, min: number, now: number): number {
  // The system clock moved back, so the time since the last request is unknown.
  return now < state.lastRequestAt ? 0 : Math.max(state.lastRequestAt + min, state.retryNotBefore) - now
}
