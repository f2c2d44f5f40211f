import type { Query } from '@tanstack/react-query'
import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { isServer } from '../internal/isServer.ts'
import { createPollState, type PollState } from '../polling/pollState.ts'

export type ItrJobStatusKey = readonly ['itr-progress', proxyUrl: string, jobId: string | null]
export type ItrQuery = Query<ItrJob, ItrStatusError, ItrJob, ItrJobStatusKey>

/** How long a job stays in the cache after its last watcher left, in ms. On a server the client's own end is the end. */
export const GC_TIME = isServer ? Infinity : 60_000

/** One record per query: it goes when the job leaves the cache. */
export const records = new WeakMap<ItrQuery, PollState>()

/** The record of a query that is watched or asked for; the first call opens its window. */
export function watch(query: ItrQuery, startedAt: number | null): PollState {
  const held = records.get(query)
  if (held) return held
  const now = Date.now()
  // Neither the host's clock nor that of a server whose answer was hydrated may open a window in the future.
  const { data, dataUpdatedAt } = query.state
  const record = createPollState(
    Math.min(startedAt ?? now, now),
    data ? Math.min(dataUpdatedAt, now) : undefined,
  )
  records.set(query, record)
  // react-query keeps the longest it ever heard, a hydrated query's for one.
  query.gcTime = GC_TIME
  return record
}
