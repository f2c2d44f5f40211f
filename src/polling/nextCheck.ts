import type { ItrJob } from '../contract/ItrJob.ts'
import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import { elapsed } from './elapsed.ts'
import { pace, type PollingInterval } from './pace.ts'
import { isLive, phaseOf } from './phaseOf.ts'
import type { PollState } from './pollState.ts'

export interface PollingOptions {
  interval: PollingInterval
  /** ms; `Infinity` = never */
  timeout: number
}

/** What of react-query's state the schedule reads. */
export interface WatchedState {
  data: ItrJob | undefined
  fetchStatus: 'fetching' | 'paused' | 'idle'
}

/**
 * The `refetchInterval`: ms until the next check, or false where none comes by itself. The due time is fixed by what
 * happened, never by when this is called, so that a component that renders often neither delays nor hurries it.
 */
export function nextCheck(
  { data, fetchStatus }: WatchedState,
  record: PollState,
  options: PollingOptions,
  now: number,
): number | false {
  const { interval, timeout } = options
  if (!isLive(phaseOf(data, record, timeout))) return false
  // Only joins the request that is out, and begins anew where that was dropped without a word (`client.clear()`).
  if (fetchStatus !== 'idle') return Math.min(interval.max, MAX_TIMEOUT_MS)
  // A clock that was set back tells nothing about the wait so far: ask, and count from there.
  if (now < record.lastAt) return 1

  const paced =
    record.failures > 0
      ? Math.min(interval.min * 2 ** (record.failures - 1), interval.max)
      : pace(elapsed(data, record, record.lastAt), interval)
  // Cut so that a check falls on the deadline, which needs no timer of its own.
  const cut = Math.min(record.lastAt + paced, record.startedAt + timeout)
  const due = Math.max(cut, record.lastAt + interval.min, record.notBefore)
  // react-query takes 0 for "off".
  return Math.min(Math.max(due - now, 1), MAX_TIMEOUT_MS)
}
