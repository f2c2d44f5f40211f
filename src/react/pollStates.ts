import type { Query } from '@tanstack/react-query'
import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { isServer } from '../internal/isServer.ts'
import { createPollState, jobSeen, type PollState } from '../polling/pollState.ts'

export type ItrJobStatusKey = readonly ['itr-progress', proxyUrl: string, jobId: string | null]
export type ItrQuery = Query<ItrJob, ItrStatusError, ItrJob, ItrJobStatusKey>

/** Time that a job stays in the cache after its last watcher unmounts, in ms. On a server it stays as long as its client. */
export const GC_TIME = isServer ? Infinity : 60_000

/** One poll state per query: it is dropped when the job leaves the cache. */
export const pollStates = new WeakMap<ItrQuery, PollState>()

/** Returns the poll state of a query that is watched or requested. The first call opens its window. */
export function ensurePollState(query: ItrQuery, startedAt: number | null): PollState {
  const { data, dataUpdatedAt } = query.state
  const now = Date.now()
  // A wrong clock, of the host or of the server that sent hydrated data, must not open a window in the future.
  const known = pollStates.get(query) ?? openWindow(query, Math.min(startedAt ?? now, now))
  const state = jobSeen(known, data, Math.min(dataUpdatedAt, now))
  pollStates.set(query, state)
  return state
}

function openWindow(query: ItrQuery, startedAt: number): PollState {
  // react-query keeps the longest gcTime that it was given. For a hydrated query that is the host's default.
  query.gcTime = GC_TIME
  return createPollState(startedAt)
}
