import type { ItrJob } from '../contract/ItrJob.ts'
import { elapsed } from './elapsed.ts'
import type { ItrJobStatusResult } from './ItrJobStatusResult.ts'
import { TYPICAL_END, TYPICAL_START } from './pace.ts'
import { isLive, phaseOf } from './phaseOf.ts'
import type { PollState } from './pollState.ts'

const typicalDuration = { min: TYPICAL_START, max: TYPICAL_END }

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

/**
 * What a watcher sees of its job. `record` is undefined until the job is watched or asked for; without either it is idle.
 */
export function describeWatch(
  job: ItrJob | undefined,
  record: PollState | undefined,
  { enabled, timeout, isOnline }: WatchView,
): WatchDescription {
  const known = record ? phaseOf(job, record, timeout) : job?.status
  const phase = known && (enabled || known !== 'connecting') ? known : 'idle'
  const live = isLive(phase)
  const isPolling = enabled && live
  const isOpen = live || phase === 'timed-out'
  return {
    phase,
    job,
    error: isOpen || phase === 'error' ? (record?.error ?? null) : null,
    startedAt: record?.startedAt ?? null,
    deadlineAt: record && timeout < Infinity ? record.startedAt + timeout : null,
    typicalDuration,
    connection:
      enabled && isOpen && !isOnline ? 'offline' : isPolling && record!.failures ? 'reconnecting' : 'ok',
    isPolling,
    isDelayed: live && !!record && elapsed(job, record, record.settledAt) >= TYPICAL_END,
  } as WatchDescription
}
