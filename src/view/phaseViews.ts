import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import type { ItrMessageKey, ItrMessages } from '../locales/ItrMessages.ts'
import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'

/** Actions that a person can take. */
export type ItrActionName = 'retry' | 'restart' | 'alternative' | 'report'

interface PhaseView {
  /** Selects the heading. A change between phases with the same display phase is not announced. */
  displayPhase: keyof ItrMessages['heading']
  /** The messages below the heading. */
  getBody: (result: ItrJobStatusResult) => readonly ItrMessageKey[]
  /** The actions that can help, the most helpful first. */
  getActions: (result: ItrJobStatusResult) => readonly ItrActionName[]
  /** Whether the person can read the job's reference to support. */
  showsReference: boolean
  /** Whether the job is still in progress. */
  isLive: boolean
  /** `queued`: waits until a screen reader has read the previous announcement. */
  announcement: 'none' | 'queued' | 'immediate'
}

const live: PhaseView = {
  displayPhase: 'watching',
  getBody: ({ isDelayed }) => [isDelayed ? 'body.delayed' : 'body.usual'],
  getActions: ({ isDelayed }) => (isDelayed ? ['alternative'] : []),
  showsReference: false,
  isLive: true,
  announcement: 'queued',
}

/** Everything that depends on the phase. */
export const phaseViews: Readonly<Record<ItrPhase, PhaseView>> = {
  idle: {
    displayPhase: 'idle',
    getBody: () => ['body.idle'],
    getActions: () => [],
    showsReference: false,
    isLive: false,
    announcement: 'none',
  },
  connecting: live,
  initiated: live,
  processing: live,
  completed: {
    displayPhase: 'completed',
    getBody: () => [],
    getActions: () => ['report'],
    showsReference: false,
    isLive: false,
    announcement: 'immediate',
  },
  failed: {
    displayPhase: 'failed',
    getBody: ({ job }) => [`reason.${getFailure(job)}`, `remedy.${getFailure(job)}`],
    getActions: ({ job }) => failureActions[getFailure(job)],
    showsReference: true,
    isLive: false,
    announcement: 'immediate',
  },
  'timed-out': {
    displayPhase: 'timed-out',
    getBody: () => ['body.timed-out', 'body.pending'],
    getActions: () => ['retry', 'alternative'],
    showsReference: true,
    isLive: false,
    announcement: 'queued',
  },
  error: {
    displayPhase: 'error',
    getBody: ({ error }) => [`error.${getErrorReason(error)}`, 'body.error'],
    getActions: ({ error }) => errorActions[getErrorReason(error)],
    showsReference: true,
    isLive: false,
    announcement: 'queued',
  },
}

const restartFirst: readonly ItrActionName[] = ['restart', 'alternative']
/** For failures that another attempt would only repeat. */
const alternativeFirst: readonly ItrActionName[] = ['alternative', 'restart']

const failureActions: Readonly<Record<ItrFailureCode, readonly ItrActionName[]>> = {
  account_locked: alternativeFirst,
  invalid_credentials: restartFirst,
  second_factor_required: restartFirst,
  pan_not_registered: alternativeFirst,
  no_itr_found: alternativeFirst,
  session_expired: restartFirst,
  consent_denied: restartFirst,
  report_failed: restartFirst,
  portal_unavailable: restartFirst,
  unknown: restartFirst,
}

const errorActions: Readonly<Record<keyof ItrMessages['error'], readonly ItrActionName[]>> = {
  signed_out: ['retry', 'restart', 'alternative'],
  not_found: ['restart', 'alternative', 'retry'],
  other: ['retry', 'restart', 'alternative'],
}

const getFailure = (job: ItrJobStatusResult['job']): ItrFailureCode => job?.failure ?? 'unknown'

function getErrorReason(error: ItrJobStatusResult['error']): keyof ItrMessages['error'] {
  if (error?.status === 401) return 'signed_out'
  return error?.status === 404 || error?.status === 410 ? 'not_found' : 'other'
}
