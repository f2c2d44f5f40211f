import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'

/**
 * Facts about a job's polling that react-query does not record. Times are epoch ms; `-Infinity` means never.
 * The functions named after an event (`requestSent` …) return the next state. Nothing else changes it.
 */
export interface PollState {
  /** Start of the job's first window. The schedule and `isDelayed` count from here. */
  readonly firstStartedAt: number
  /** Start of the current window. The deadline counts from here. */
  readonly startedAt: number
  /** When the last request was sent or, if it has ended since, when it ended. */
  readonly lastRequestAt: number
  /** When the last poll ended, with a response or an error. An aborted request does not count. */
  readonly lastPollEndedAt: number
  /** When the last poll that can declare `timed-out` ended. Polls that failed offline do not count. */
  readonly lastConclusivePollAt: number
  /** Counted failures in a row. 0 with an `error`: the last poll failed offline. */
  readonly failures: number
  /** Doubtful failures in a row. */
  readonly doubtfulFailures: number
  /** Error of the last poll. */
  readonly error: ItrStatusError | null
  /** End of an obeyed `Retry-After`, or of the wait after an aborted request. */
  readonly retryNotBefore: number
  /** The terminal job, once seen. It counts instead of the job in the cache, which an older status may have replaced. */
  readonly terminalJob: ItrJob | undefined
}

export function createPollState(startedAt: number): PollState {
  return {
    firstStartedAt: startedAt,
    startedAt,
    lastRequestAt: -Infinity,
    lastPollEndedAt: -Infinity,
    lastConclusivePollAt: -Infinity,
    failures: 0,
    doubtfulFailures: 0,
    error: null,
    retryNotBefore: 0,
    terminalJob: undefined,
  }
}

/** Opens a new window. The age of the job stays the same. */
export function windowReopened(state: PollState, now: number): PollState {
  const { firstStartedAt, lastPollEndedAt } = state
  return { ...createPollState(now), firstStartedAt, lastPollEndedAt }
}

/** Lets the next request start at once. */
export const waitSkipped = (state: PollState): PollState => ({
  ...state,
  lastRequestAt: -Infinity,
  retryNotBefore: 0,
})

/**
 * Keeps the first terminal job. A job that comes before any request, for example from a prefetch, counts as a response.
 *
 * @param updatedAt when the job entered the cache
 */
export function jobSeen(state: PollState, job: ItrJob | undefined, updatedAt: number): PollState {
  const isPrefetched = job && Math.max(state.lastRequestAt, state.lastPollEndedAt) === -Infinity
  const next = isPrefetched ? { ...state, lastRequestAt: updatedAt } : state
  return next.terminalJob || !isTerminal(job) ? next : { ...next, terminalJob: job }
}

/** Sets `lastRequestAt` to `now`. If the system clock moved back, shifts all other times by the same amount. */
function withRequestAt(state: PollState, now: number): PollState {
  const setBack = Math.max(0, state.lastRequestAt - now)
  return {
    ...state,
    firstStartedAt: state.firstStartedAt - setBack,
    startedAt: state.startedAt - setBack,
    lastRequestAt: now,
    lastPollEndedAt: state.lastPollEndedAt - setBack,
    lastConclusivePollAt: state.lastConclusivePollAt - setBack,
    retryNotBefore: state.retryNotBefore - setBack,
  }
}

export const requestSent = withRequestAt

/** @param wait ms until the next request. 0 if the host replaces the aborted request by another one */
export function requestAborted(state: PollState, now: number, wait: number): PollState {
  const next = withRequestAt(state, now)
  return { ...next, retryNotBefore: Math.max(next.retryNotBefore, now + wait) }
}

export function requestSucceeded(state: PollState, now: number, job: ItrJob): PollState {
  const { firstStartedAt, startedAt } = withRequestAt(state, now)
  return {
    ...jobSeen(createPollState(startedAt), job, now),
    firstStartedAt,
    lastPollEndedAt: now,
    lastConclusivePollAt: now,
  }
}

/** @param isOnline the browser's own report. It may be wrong, so a failure with an HTTP response counts in any case */
export function requestFailed(
  state: PollState,
  now: number,
  error: ItrStatusError,
  isOnline: boolean,
): PollState {
  const previous = state.error
  const isSame = previous?.message === error.message && previous.retryAfter === error.retryAfter
  const isCounted = isOnline || !isWithoutResponse(error)
  // Reuses an equal error to avoid a re-render. After giving up, an uncounted failure changes no phase, so the old error stays.
  const keepsError = isSame || (!isCounted && hasGivenUp(state))
  return {
    ...withRequestAt(state, now),
    lastPollEndedAt: now,
    error: keepsError ? previous : error,
    retryNotBefore: now + (error.retryAfter ?? 0),
    ...(isCounted
      ? {
          lastConclusivePollAt: now,
          failures: state.failures + 1,
          doubtfulFailures: error.kind === 'doubtful' ? state.doubtfulFailures + 1 : 0,
        }
      : { failures: 0 }),
  }
}

/** Number of doubtful failures in a row after which polling stops. */
const MAX_DOUBTFUL_FAILURES = 3

/** Whether the last failures show that polling again cannot help. */
export function hasGivenUp({ error, doubtfulFailures }: PollState): boolean {
  return error?.kind === 'permanent' || doubtfulFailures >= MAX_DOUBTFUL_FAILURES
}

/** Whether no HTTP response arrived, so that the network may be down. */
export function isWithoutResponse({ code }: ItrStatusError): boolean {
  return code === 'network' || code === 'timeout'
}

/** Returns the age of the job at `time`, in ms: by our own clock, or by the job's timestamps if that is more. */
export function getElapsedTime(job: ItrJob | undefined, state: PollState, time: number): number {
  const own = time - state.firstStartedAt
  // NaN if a timestamp is missing; then the comparison is false.
  const reported = Date.parse(job?.updatedAt ?? '') - Date.parse(job?.createdAt ?? '')
  return reported > own ? reported : own
}
