'use client'

import { notifyManager, type QueryCache } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { isTerminal } from '../contract/ItrJob.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { getElapsedTime } from '../polling/pollState.ts'
import { pollStates, type ItrQuery } from './pollStates.ts'

/**
 * The query of each result of the hook. Not a field of the result: that would re-render every caller at each unchanged
 * response.
 */
export const resultSources = new WeakMap<ItrJobStatusResult, { query: ItrQuery; cache: QueryCache }>()

export interface ItrLastResponse {
  /** When the job ended, if it is terminal and has the time; else when the response arrived. In epoch ms. */
  at: number
  /** When the response arrived, in epoch ms. */
  arrivedAt: number
  /** Age of the job at `at`, in ms. */
  elapsedMs: number
}

/**
 * Returns when the last response arrived, or null before the first one. Renders its caller for each response. For a terminal
 * job, and for a result that the hook did not create, the job's own times count.
 */
export function useLastResponse(result: ItrJobStatusResult): ItrLastResponse | null {
  const { query, cache } = resultSources.get(result) ?? {}
  const subscribe = useCallback(
    (listener: () => void) =>
      // In one batch with the render of `useQuery`.
      cache?.subscribe(notifyManager.batchCalls((event) => event.query === query && listener())) ??
      (() => {}),
    [query, cache],
  )
  const getTime = () => query?.state.dataUpdatedAt
  const time = useSyncExternalStore(subscribe, getTime, getTime)

  const { job, startedAt } = result
  const changedAt = Date.parse(job?.completedAt ?? job?.updatedAt ?? '')
  const createdAt = Date.parse(job?.createdAt ?? '')
  const arrivedAt = time || changedAt
  // A page opened later receives the terminal status late, so its arrival time is wrong. Use the job's own times.
  if (isTerminal(job) && changedAt >= createdAt)
    return { at: changedAt, arrivedAt, elapsedMs: changedAt - createdAt }
  if (!arrivedAt || startedAt === null) return null
  const state = query && pollStates.get(query)
  // Without `createdAt`, the start has our clock and the end the server's. Compare them only if the first response was terminal
  // already: otherwise the arrival is more exact.
  const isLate = isTerminal(job) && query?.state.dataUpdateCount === 1
  const isPlausible = changedAt >= (state?.firstStartedAt ?? startedAt) && changedAt <= arrivedAt
  const at = isLate && isPlausible ? changedAt : arrivedAt
  // A copy of a result has no state. Its times are those of the last change, by the server's clock.
  const elapsedMs = state
    ? getElapsedTime(job, state, at)
    : Math.max(at - startedAt, changedAt - createdAt || 0)
  return { at, arrivedAt, elapsedMs: Math.max(0, elapsedMs) }
}
