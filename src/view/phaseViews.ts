import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import type { ItrMessageKey, ItrMessages } from '../locales/ItrMessages.ts'
import { isLive, type ItrJobStatusResult, type ItrPhase } from '../polling/ItrJobStatusResult.ts'

/** Actions that a person can take. */
export type ItrActionName = 'retry' | 'restart' | 'alternative' | 'portal' | 'report'

interface PhaseView {
  /** Selects the heading. A change between phases with the same display phase is not announced. */
  displayPhase: keyof ItrMessages['heading']
  /** The messages below the heading. */
  getBody: (result: ItrJobStatusResult) => readonly ItrMessageKey[]
  /** The actions that can help, the most helpful first. */
  getActions: (result: ItrJobStatusResult) => readonly ItrActionName[]
  /** Whether the person may need the job's reference, to read it to support. */
  showsReference?: true
  /** Default: wait until a screen reader has read the previous announcement. */
  announcement?: 'none' | 'immediate'
}

const live: PhaseView = {
  displayPhase: 'watching',
  getBody: ({ isDelayed }) => [isDelayed ? 'body.delayed' : 'body.usual'],
  getActions: ({ isDelayed }) => (isDelayed ? ['alternative'] : []),
}

/** A live phase with `enabled: false`. */
const paused: PhaseView = {
  displayPhase: 'idle',
  getBody: () => ['body.paused'],
  getActions: () => [],
  announcement: 'none',
}

/** Returns everything that depends on the phase. */
export const getPhaseView = ({ phase, isPolling }: ItrJobStatusResult): PhaseView =>
  isLive(phase) && !isPolling ? paused : phaseViews[phase]

const phaseViews: Readonly<Record<ItrPhase, PhaseView>> = {
  idle: {
    displayPhase: 'idle',
    getBody: () => ['body.idle'],
    getActions: () => [],
    announcement: 'none',
  },
  connecting: live,
  initiated: live,
  processing: live,
  completed: {
    displayPhase: 'completed',
    getBody: () => [],
    getActions: () => ['report'],
    announcement: 'immediate',
  },
  failed: {
    displayPhase: 'failed',
    getBody: ({ job }) => [`reason.${getFailure(job)}`, `remedy.${getFailure(job)}`],
    getActions: ({ job }) => failureActions[getFailure(job)],
    showsReference: true,
    announcement: 'immediate',
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

const restartFirst = ['restart', 'alternative'] as const
/** For failures that another attempt would only repeat. */
const alternativeFirst = ['alternative', 'restart'] as const

const failureActions: Readonly<Record<ItrFailureCode, readonly ItrActionName[]>> = {
  account_locked: [...alternativeFirst, 'portal'],
  invalid_credentials: [...restartFirst, 'portal'],
  second_factor_required: [...restartFirst, 'portal'],
  pan_not_registered: [...alternativeFirst, 'portal'],
  no_itr_found: alternativeFirst,
  session_expired: restartFirst,
  consent_denied: restartFirst,
  report_failed: restartFirst,
  portal_unavailable: alternativeFirst,
  unknown: restartFirst,
}

const retryFirst: readonly ItrActionName[] = ['retry', 'restart', 'alternative']

const errorActions: Readonly<Record<keyof ItrMessages['error'], readonly ItrActionName[]>> = {
  signed_out: retryFirst,
  not_found: ['restart', 'alternative', 'retry'],
  other: retryFirst,
}

const getFailure = (job: ItrJobStatusResult['job']): ItrFailureCode => job?.failure ?? 'unknown'

export function getErrorReason(error: ItrJobStatusResult['error']): keyof ItrMessages['error'] {
  const status = error?.status
  if (status === 401) return 'signed_out'
  return status === 404 || status === 410 ? 'not_found' : 'other'
}
