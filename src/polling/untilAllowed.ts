import type { ItrJob } from '../contract/ItrJob.ts'
import { RETRY_AFTER_LIMIT } from '../transport/parseRetryAfter.ts'
import { LONGEST_TIMER } from '../transport/withinTime.ts'
import type { PollingInterval } from './pace.ts'
import type { WatchRecord } from './WatchRecord.ts'

/** ms until an obeyed `Retry-After` lets a request out. */
export function untilRetryAfter(record: WatchRecord, now: number): number {
  const wait = record.notBefore - now
  return wait > RETRY_AFTER_LIMIT ? 0 : Math.max(wait, 0)
}

/** ms until a check may leave that something other than the schedule asks for: a mount, the focus, the network. */
export function untilAllowed(record: WatchRecord, { min }: PollingInterval, now: number): number {
  const sinceLast = now < record.lastAt ? Infinity : now - record.lastAt
  return Math.max(min - sinceLast, untilRetryAfter(record, now), 0)
}

/**
 * ms until a request that was asked for may leave. A host's own `refetch` of a live job that was answered waits for nothing
 * but a `Retry-After`; all that react-query does by itself was held to `untilAllowed` before it came here, unless nothing was
 * answered (it loads at each mount then) or no timer is long enough.
 */
export function untilSent(
  job: ItrJob | undefined,
  record: WatchRecord,
  interval: PollingInterval,
  now: number,
): number {
  const mayHurry = job !== undefined && record.isAnswered && interval.min <= LONGEST_TIMER
  return mayHurry ? untilRetryAfter(record, now) : untilAllowed(record, interval, now)
}
