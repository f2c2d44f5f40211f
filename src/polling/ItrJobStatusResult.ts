import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'

export type ItrPhase =
  | 'idle'
  | 'connecting'
  | 'initiated'
  | 'processing'
  | 'completed'
  | 'failed'
  | 'timed-out'
  | 'error'

export type ItrConnection = 'ok' | 'reconnecting' | 'offline'

/** A range of durations, in ms. */
export interface ItrDuration {
  min: number
  max: number
}

interface InEveryPhase {
  /** The handle of the watched job; null without one. */
  jobId: string | null
  /** Start of the current window, in epoch ms; null until polling starts. */
  startedAt: number | null
  /** When `timed-out` is due, in epoch ms; null while idle and for a `timeout` of `Infinity`. */
  deadlineAt: number | null
  /** The option of that name: the usual duration of a job. */
  typicalDuration: ItrDuration
  /** In `timed-out` and `error`: opens a new window and polls at once. Does nothing in other phases. */
  retry: () => void
  /** `offline`: the browser reports no network, and no response proves otherwise. `reconnecting`: the last poll failed. */
  connection: ItrConnection
  /** Whether more polls will follow. It stays true while the page is hidden; polling continues when the page is shown. */
  isPolling: boolean
  /** True from the first poll that ends `typicalDuration.max` or more into the job; false unless the phase is live. */
  isDelayed: boolean
}

/** Result of {@link useItrJobStatus}: a union on `phase`, so that a `switch` is exhaustive and narrows `job` and `error`. */
export type ItrJobStatusResult = InEveryPhase &
  (
    | { phase: 'idle'; job: undefined; error: null }
    | { phase: 'connecting'; job: undefined; error: ItrStatusError | null }
    | { phase: 'initiated' | 'processing'; job: ItrJob; error: ItrStatusError | null }
    | { phase: 'completed' | 'failed'; job: ItrJob; error: null }
    | { phase: 'timed-out'; job: ItrJob | undefined; error: ItrStatusError | null }
    | { phase: 'error'; job: ItrJob | undefined; error: ItrStatusError }
  )

/** Trigger of the next poll in each phase: the schedule, the page's return (shown again, network back), a retry, or nothing. */
const pollTriggers: Readonly<Record<ItrPhase, 'schedule' | 'return' | 'retry' | 'none'>> = {
  idle: 'none',
  connecting: 'schedule',
  initiated: 'schedule',
  processing: 'schedule',
  completed: 'none',
  failed: 'none',
  'timed-out': 'return',
  error: 'retry',
}

/** Whether more polls follow by themselves. */
export const isLive = (phase: ItrPhase): boolean => pollTriggers[phase] === 'schedule'

/** Whether the hook polls when the page is shown again or the network returns. */
export const pollsOnReturn = (phase: ItrPhase): boolean => isLive(phase) || pollTriggers[phase] === 'return'

/** Whether a later poll can change the phase. In these phases, `error` is the failure of the last poll. */
export const isOpen = (phase: ItrPhase): boolean => pollTriggers[phase] !== 'none'

/** Whether `retry()` opens a new window. */
export const canRetry = (phase: ItrPhase): boolean => isOpen(phase) && !isLive(phase)
