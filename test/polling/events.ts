import { ItrStatusError, type ItrErrorKind } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { requestFailed, requestSucceeded, type PollState } from '../../src/polling/pollState.ts'

export const createJob = (fields: object = {}) =>
  parseItrJob({ job_id: 'j', status: 'processing', ...fields })

export const httpError = (kind: ItrErrorKind, retryAfter: number | null = null, status = 503) =>
  new ItrStatusError('http', kind, { status, retryAfter })

export const networkError = new ItrStatusError('network', 'transient')

/** The state after a response at `time`. */
export const succeed = (state: PollState, time: number, job = createJob()) =>
  requestSucceeded(state, time, job)

/** The state after `times` failures at `time`, in a browser that reports a network. */
export const fail = (state: PollState, time: number, error = httpError('transient'), times = 1) =>
  Array.from({ length: times }).reduce<PollState>((held) => requestFailed(held, time, error, true), state)
