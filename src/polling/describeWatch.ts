import type { ItrJob } from '../contract/ItrJob.ts'
import { elapsed } from './elapsed.ts'
import type { ItrConnection, ItrJobStatusResult } from './ItrJobStatusResult.ts'
import { TYPICAL_END } from './pace.ts'
import { isLive, phaseOf } from './phaseOf.ts'
import type { WatchRecord } from './WatchRecord.ts'

export interface WatchView {
  enabled: boolean
  timeout: number
  isOnline: boolean
}

/** The result without what belongs to one watcher: its id and its `retry`. */
export type WatchDescription = ItrJobStatusResult extends infer R
  ? R extends unknown
    ? Omit<R, 'jobId' | 'retry'>
    : never
  : never

/** What a watcher of no job sees. */
export const idle: WatchDescription = {
  phase: 'idle',
  job: undefined,
  error: null,
  startedAt: null,
  connection: 'ok',
  isPolling: false,
  isDelayed: false,
}

/** What a watcher sees of its job. `record` is undefined until the job is watched or asked for. */
export function describeWatch(
  job: ItrJob | undefined,
  record: WatchRecord | undefined,
  { enabled, timeout, isOnline }: WatchView,
): WatchDescription {
  if (!record) return job ? ({ ...idle, phase: job.status, job } as WatchDescription) : idle

  const phase = phaseOf(job, record, timeout)
  if (!enabled && phase === 'connecting') return idle
  const live = isLive(phase)
  const isPolling = enabled && live
  return {
    phase,
    job,
    error: phase === 'completed' || phase === 'failed' ? null : record.error,
    startedAt: record.startedAt,
    connection: live || phase === 'timed-out' ? connectionOf(record, isPolling, isOnline) : 'ok',
    isPolling,
    isDelayed: live && elapsed(job, record, record.settledAt) >= TYPICAL_END,
  } as WatchDescription
}

function connectionOf(record: WatchRecord, isPolling: boolean, isOnline: boolean): ItrConnection {
  if (!isOnline) return 'offline'
  return isPolling && record.failures > 0 ? 'reconnecting' : 'ok'
}
