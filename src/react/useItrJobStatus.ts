'use client'

import { QueryClient, QueryClientContext, useQuery } from '@tanstack/react-query'
import { useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import { isServer } from '../internal/isServer.ts'
import { createResult } from '../polling/createResult.ts'
import { derivePhase } from '../polling/derivePhase.ts'
import { getThrottleDelay } from '../polling/getNextPollDelay.ts'
import { canRetry, pollsOnReturn, type ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { waitSkipped, windowReopened } from '../polling/pollState.ts'
import { createQueryOptions, getQuery } from './itrJobStatusOptions.ts'
import { isOnline, isVisible, onOnlineChange, onReturn } from './pageActivity.ts'
import { ensurePollState, GC_TIME, pollStates, type ItrQuery } from './pollStates.ts'
import { resolveOptions, type ItrJobStatusOptions, type ItrSettings } from './resolveOptions.ts'
import { useItrDefaults } from './useItrDefaults.ts'
import { resultSources } from './useLastResponse.ts'
import { usePhaseCallbacks } from './usePhaseCallbacks.ts'
import { withDefaults } from './withDefaults.ts'

/**
 * Polls one ITR job through the host's proxy until the job is terminal, or until the phase is `timed-out` or `error`.
 *
 * @throws {TypeError} for a bad option; the message names the option and its value
 * @example
 * const result = useItrJobStatus({ jobId, proxyUrl: '/api/itr/status', onCompleted: next })
 * if (result.phase === 'timed-out') return <button onClick={result.retry}>Check again</button>
 */
export function useItrJobStatus(options: ItrJobStatusOptions): ItrJobStatusResult {
  const settings = resolveOptions(withDefaults(options, useItrDefaults()))
  const client = useItrQueryClient(options.queryClient)
  const isChanging = useRef(false)
  const queryOptions = createQueryOptions(settings, isChanging)
  const query = getQuery(client, queryOptions)
  const retry = useRetry(query, settings)
  const { min, max } = settings.typicalDuration
  const typicalDuration = useMemo(() => ({ min, max }), [min, max])

  const { enabled, startedAt } = settings
  const getState = () =>
    enabled || isTerminal(query.state.data) ? ensurePollState(query, startedAt) : pollStates.get(query)
  const readResult = (online = isOnline()) =>
    createResult(query.state.data, getState(), { ...settings, typicalDuration, retry, isOnline: online })
  const connection = useSyncExternalStore(
    onOnlineChange,
    () => readResult().connection,
    () => readResult(true).connection,
  )
  const next = { ...readResult(), connection }
  // Keeps the object until something visible changes.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the values are the dependencies
  const result = useMemo(() => next, Object.values(next))
  resultSources.set(result, { query, cache: client.getQueryCache() })

  // react-query polls. It re-renders this component only if something visible changed, or if `clear()` dropped the query.
  const hasChanged = () =>
    (client.getQueryCache().get(query.queryHash) as unknown) !== query ||
    isRolledBack(query, result.job) ||
    Object.entries(readResult()).some(([key, value]) => value !== result[key as keyof typeof result])
  // Before `useQuery` unmounts: react-query keeps the longest `gcTime` that it was given, for example in a hydration.
  useEffect(() => () => void (query.gcTime = GC_TIME), [query])
  useEffect(() => void (isChanging.current = true))
  useQuery({ ...queryOptions, notifyOnChangeProps: () => (hasChanged() ? 'all' : []) }, client)
  useEffect(() => void (isChanging.current = false))

  // Writes the terminal job back into the cache.
  useEffect(() => {
    if (isRolledBack(query, result.job)) query.setData(result.job!)
  })
  usePollOnReturn(query, settings)
  usePhaseCallbacks(result, query.queryHash, options)
  return result
}

/** The package's own client, for hosts without react-query. */
let ownClient: QueryClient | undefined

/** Returns the client of the first render, as `useQuery` does: the given one, the provider's, or the package's own. */
function useItrQueryClient(given: QueryClient | undefined): QueryClient {
  const provided = useContext(QueryClientContext)
  const [client] = useState(
    // A server serves many people: each render gets a client of its own there.
    () => given ?? provided ?? (isServer ? new QueryClient() : (ownClient ??= new QueryClient())),
  )
  return client
}

/**
 * Returns a stable `retry`: in `timed-out` and `error` it opens a new window and polls at once. With `enabled: false` it polls
 * once in the same window.
 */
function useRetry(query: ItrQuery, { enabled, timeout }: ItrSettings) {
  return useCallback(() => {
    const state = pollStates.get(query)
    if (!state || !query.getObserversCount()) return
    if (!canRetry(derivePhase(query.state.data, state, timeout))) return
    void query.cancel({ revert: true })
    pollStates.set(query, enabled ? windowReopened(state, Date.now()) : waitSkipped(state))
    void query.fetch().catch(() => {})
  }, [query, enabled, timeout])
}

/** Whether an older status replaced the terminal job in the cache. Hydration does that: it bypasses `structuralSharing`. */
const isRolledBack = (query: ItrQuery, job: ItrJob | undefined) =>
  isTerminal(job) && !isTerminal(query.state.data)

/**
 * Polls when the page is shown again or the network returns: at once, or as soon as `interval.min` has passed. Needed because
 * `refetchOnWindowFocus` and `refetchOnReconnect` cannot wait, and do nothing for a QueryClient that no provider mounted.
 */
function usePollOnReturn(query: ItrQuery, { enabled, interval, timeout }: ItrSettings) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = onReturn(() => {
      clearTimeout(timer)
      const state = pollStates.get(query)
      if (!enabled || !state || !pollsOnReturn(derivePhase(query.state.data, state, timeout))) return
      const poll = () => {
        const isStillDue = pollStates.get(query) === state
        if (isStillDue && isVisible()) void query.fetch().catch(() => {})
      }
      // A delay that no timer can hold fires at once. Then the query function waits.
      timer = setTimeout(poll, getThrottleDelay(state, interval.min, Date.now()))
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [query, enabled, interval.min, timeout])
}
