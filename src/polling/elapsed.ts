import type { ItrJob } from '../contract/ItrJob.ts'
import type { WatchRecord } from './WatchRecord.ts'

/** How old the job is at `at`, in ms, as far as we can tell: by our own window, or by its own times where they say more. */
export function elapsed(job: ItrJob | undefined, record: WatchRecord, at: number): number {
  const own = at - record.startedAt
  const reported = job?.createdAt && job.updatedAt ? Date.parse(job.updatedAt) - Date.parse(job.createdAt) : 0
  return reported > own ? reported : own
}
