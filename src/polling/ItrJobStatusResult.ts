import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'

export type ItrPhase =
  'idle' | 'connecting' | 'initiated' | 'processing' | 'completed' | 'failed' | 'timed-out' | 'error'

export type ItrConnection = 'ok' | 'reconnecting' | 'offline'

interface InEveryPhase {
  /** The id that is watched; null without one. */
  jobId: string | null
  /** When the window opened, in epoch ms; null while nothing is watched. */
  startedAt: number | null
  /** When `timed-out` is due, in epoch ms; null while idle and for a `timeout` of `Infinity`. */
  deadlineAt: number | null
  /** How long a job usually takes, in ms: the option of that name. */
  typicalDuration: { min: number; max: number }
  /** From `timed-out` and `error`: opens a new window and checks at once. Elsewhere it does nothing. */
  retry: () => void
  connection: ItrConnection
  /** Further checks will come by themselves (while hidden or offline too); not "a request is in flight". */
  isPolling: boolean
  /** True from the first check that settles 90 s or more into the job; false once settled. */
  isDelayed: boolean
}

/** Where the watch stands: a union on `phase`, so that a `switch` over it is exhaustive and narrows `job` and `error`. */
export type ItrJobStatusResult = InEveryPhase &
  (
    | { phase: 'idle'; job: undefined; error: null }
    | { phase: 'connecting'; job: undefined; error: ItrStatusError | null }
    | { phase: 'initiated' | 'processing'; job: ItrJob; error: ItrStatusError | null }
    | { phase: 'completed' | 'failed'; job: ItrJob; error: null }
    | { phase: 'timed-out'; job: ItrJob | undefined; error: ItrStatusError | null }
    | { phase: 'error'; job: ItrJob | undefined; error: ItrStatusError }
  )
