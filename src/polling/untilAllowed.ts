import type { ItrJob } from '../contract/ItrJob.ts'
import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import type { PollingInterval } from './pace.ts'
import type { PollState } from './pollState.ts'

/**
 * ms until a check may leave that something other than the schedule asks for: a mount, the focus, the network. 0 or less is
 * now. `min` is counted from the last request; an obeyed `Retry-After` holds beyond it.
 */
export function untilAllowed(record: PollState, min: number, now: number): number {
  // A clock that was set back tells nothing about the wait so far.
  return now < record.lastAt ? 0 : Math.max(record.lastAt + min, record.notBefore) - now
}

/**
 * ms until a request that was asked for may leave. A host's own `refetch` of a live job that was answered waits for nothing
 * but a `Retry-After`; all that react-query does by itself was held to `interval.min` before it came here, unless nothing was
 * answered (it loads at each mount then) or no timer is long enough.
 */
export function untilSent(
  job: ItrJob | undefined,
  record: PollState,
  { min }: PollingInterval,
  now: number,
): number {
  const mayHurry = job && record.isAnswered && min <= MAX_TIMEOUT_MS
  return untilAllowed(record, mayHurry ? 0 : min, now)
}
