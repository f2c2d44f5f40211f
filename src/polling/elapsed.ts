import type { ItrJob } from '../contract/ItrJob.ts'
import type { PollState } from './pollState.ts'

/** How old the job is at `at`, in ms, as far as we can tell: by our own window, or by its own times where they say more. */
export function elapsed(job: ItrJob | undefined, record: PollState, at: number): number {
  const own = at - record.startedAt
  // NaN where either is missing; no comparison with it holds.
  const reported = Date.parse(job?.updatedAt ?? '') - Date.parse(job?.createdAt ?? '')
  return reported > own ? reported : own
}
