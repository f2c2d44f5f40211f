import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import type { ItrMessages } from '../locales/ItrMessages.ts'

/** Actions that a person can take. */
export type ItrActionName = 'retry' | 'restart' | 'alternative' | 'portal' | 'report'

const restartFirst = ['restart', 'alternative'] as const
/** For failures that another attempt would only repeat. */
const alternativeFirst = ['alternative', 'restart'] as const

/** The actions after each failure of a job, the most helpful first. */
export const failureActions: Readonly<Record<ItrFailureCode, readonly ItrActionName[]>> = {
  account_locked: [...alternativeFirst, 'portal'],
  pan_not_registered: [...alternativeFirst, 'portal'],
  invalid_credentials: [...restartFirst, 'portal'],
  second_factor_required: [...restartFirst, 'portal'],
  no_itr_found: alternativeFirst,
  session_expired: restartFirst,
  consent_denied: restartFirst,
  report_failed: restartFirst,
  portal_unavailable: alternativeFirst,
  unknown: restartFirst,
}

const retryFirst: readonly ItrActionName[] = ['retry', ...restartFirst]

/** The actions after each error of polling, the most helpful first. */
export const errorActions: Readonly<Record<keyof ItrMessages['error'], readonly ItrActionName[]>> = {
  signed_out: retryFirst,
  not_found: [...restartFirst, 'retry'],
  other: retryFirst,
}
