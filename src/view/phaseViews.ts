import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import type { ItrMessageKey, ItrMessages } from '../locales/ItrMessages.ts'
import { isLive, type ItrJobStatusResult, type ItrPhase } from '../polling/ItrJobStatusResult.ts'
import { errorActions, failureActions, type ItrActionName } from './failureActions.ts'

interface PhaseView {
  /** Selects the heading. A change between phases with the same display phase is not announced, and `idle` never is. */
  displayPhase: keyof ItrMessages['heading']
  /** The messages below the heading. */
  getBody: (result: ItrJobStatusResult) => readonly ItrMessageKey[]
  /** The actions that can help, the most helpful first. */
  getActions: (result: ItrJobStatusResult) => readonly ItrActionName[]
  /** Whether the person may need the job's reference, to read it to support. */
  showsReference?: true
}

const live: PhaseView = {
  displayPhase: 'watching',
  getBody: ({ isDelayed }) => [isDelayed ? 'body.delayed' : 'body.usual'],
  getActions: ({ isDelayed }) => (isDelayed ? ['alternative'] : []),
}

/** A live phase with `enabled: false`. */
const paused: PhaseView = {
  ...live,
  displayPhase: 'idle',
  getBody: () => ['body.paused'],
}

/** Returns everything that depends on the phase. */
export const getPhaseView = ({ phase, isPolling }: ItrJobStatusResult): PhaseView =>
  isLive(phase) && !isPolling ? paused : phaseViews[phase]

const phaseViews: Readonly<Record<ItrPhase, PhaseView>> = {
  idle: {
    displayPhase: 'idle',
    getBody: () => ['body.idle'],
    getActions: () => [],
  },
  connecting: live,
  initiated: live,
  processing: live,
  completed: {
    displayPhase: 'completed',
    getBody: () => [],
    getActions: () => ['report'],
  },
  failed: {
    displayPhase: 'failed',
    getBody: ({ job }) => [`reason.${getFailure(job)}`, `remedy.${getFailure(job)}`],
    getActions: ({ job }) => failureActions[getFailure(job)],
    showsReference: true,
  },
  'timed-out': {
    displayPhase: 'timed-out',
    getBody: () => ['body.timed-out', 'body.pending'],
    getActions: () => ['retry', 'alternative'],
    showsReference: true,
  },
  error: {
    displayPhase: 'error',
    getBody: ({ error }) => [`error.${getErrorReason(error)}`, 'body.error'],
    getActions: ({ error }) => errorActions[getErrorReason(error)],
    showsReference: true,
  },
}

const getFailure = (job: ItrJobStatusResult['job']): ItrFailureCode => job?.failure ?? 'unknown'

/** Reasons by HTTP status. Any other error is `other`. */
const errorReasons: { readonly [status: number]: keyof ItrMessages['error'] } = {
  401: 'signed_out',
  404: 'not_found',
  410: 'not_found',
}

export const getErrorReason = (error: ItrJobStatusResult['error']): keyof ItrMessages['error'] =>
  errorReasons[error?.status as number] ?? 'other'
