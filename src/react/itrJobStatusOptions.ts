import { skipToken, type QueryClient, type UseQueryOptions } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { reconcileItrJob } from '../contract/reconcileItrJob.ts'
import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { derivePhase } from '../polling/derivePhase.ts'
import { getNextPollDelay, getThrottleDelay } from '../polling/getNextPollDelay.ts'
import { pollsOnReturn } from '../polling/ItrJobStatusResult.ts'
import {
  requestAborted,
  requestFailed,
  requestSent,
  requestSucceeded,
  type PollState,
} from '../polling/pollState.ts'
import { fetchItrStatus } from '../transport/fetchItrStatus.ts'
import { isOnline, isVisible } from './pageActivity.ts'
import { ensurePollState, GC_TIME, pollStates, type ItrJobStatusKey, type ItrQuery } from './pollStates.ts'
import { resolveOptions, type ItrJobStatusOptions, type ItrSettings } from './resolveOptions.ts'

/**
 * Shortest time between two ticks of react-query's timer on a hidden page, in ms. Each tick does nothing there, and the timer
 * goes on.
 */
const HIDDEN_TICK_MS = 1_000

/** The query behind {@link useItrJobStatus}: its data is an `ItrJob`, its error an `ItrStatusError`. */
export type ItrJobStatusQueryOptions = UseQueryOptions<ItrJob, ItrStatusError, ItrJob, ItrJobStatusKey> & {
  queryKey: ItrJobStatusKey
}

/**
 * Returns the query that `useItrJobStatus` watches, for `useQueries`, `prefetchQuery` and route loaders. It stops by the same
 * rules. The callbacks and `queryClient` belong to the hook and are not read here.
 *
 * @throws {TypeError} for a bad option; the message names the option and its value
 * @example
 * await queryClient.prefetchQuery(itrJobStatusOptions({ jobId, proxyUrl: '/api/itr/status' }))
 */
export function itrJobStatusOptions(options: ItrJobStatusOptions): ItrJobStatusQueryOptions {
  return createQueryOptions(resolveOptions(options))
}

/** @param isChanging given by the hook only: true while react-query handles a mount or a change of options */
export function createQueryOptions(
  settings: ItrSettings,
  isChanging?: Readonly<RefObject<boolean>>,
): ItrJobStatusQueryOptions {
  const { jobId, proxyUrl, enabled, interval, timeout, startedAt } = settings
  const getState = (query: ItrQuery) => ensurePollState(query, startedAt)
  const canPoll = (query: ItrQuery) =>
    isVisible() && getThrottleDelay(getState(query), interval.min, Date.now()) <= 0
  const canPollOnReturn = (query: ItrQuery) =>
    canPoll(query) && pollsOnReturn(derivePhase(query.state.data, getState(query), timeout))

  // react-query's type lacks `suspense`, which a host's defaults can set.
  const options: ItrJobStatusQueryOptions & { suspense: false } = {
    queryKey: ['itr-progress', String(proxyUrl), jobId],
    queryFn:
      jobId === null
        ? skipToken
        : ({ client, signal }) =>
            poll(getQuery(client, options), { ...settings, jobId }, signal, isChanging?.current),
    enabled,
    structuralSharing: (previous, next) => reconcileItrJob(previous as ItrJob | undefined, next as ItrJob),
    // react-query also calls this while disabled. No window may open then.
    refetchInterval: (query) => {
      const delay = enabled && getNextPollDelay(query.state, getState(query), settings, Date.now())
      return delay && Math.max(delay, isVisible() ? 1 : HIDDEN_TICK_MS)
    },
    refetchIntervalInBackground: false,
    refetchOnMount: canPoll,
    refetchOnWindowFocus: canPollOnReturn,
    refetchOnReconnect: canPollOnReturn,
    staleTime: (query) => {
      if (isTerminal(query.state.data)) return 'static'
      // On a hidden page the hook refetches no job that is in the cache. A host's `prefetchQuery` may.
      return !isChanging || isVisible() ? interval.min : Infinity
    },
    gcTime: GC_TIME,
    // Every other option is set too, so that no default of the host's QueryClient changes the schedule.
    retry: false,
    retryOnMount: true,
    networkMode: 'always',
    throwOnError: false,
    suspense: false,
    notifyOnChangeProps: undefined,
    persister: undefined,
    select: undefined,
    initialData: undefined,
    placeholderData: undefined,
  }
  return options
}

/** Returns the query in the cache, which exists before its first request. */
export function getQuery(client: QueryClient, options: ItrJobStatusQueryOptions): ItrQuery {
  const query = client.getQueryCache().build(client, client.defaultQueryOptions(options as never))
  return query as unknown as ItrQuery
}

/**
 * The query function: one poll. All requests pass here, also those that the host starts.
 *
 * @param isChanging as for `createQueryOptions`. Undefined without the hook: then it is unknown
 */
async function poll(
  query: ItrQuery,
  settings: ItrSettings & { jobId: string },
  signal: AbortSignal,
  isChanging: boolean | undefined,
): Promise<ItrJob> {
  const getState = () => ensurePollState(query, settings.startedAt)
  const update = <Args extends unknown[]>(
    event: (state: PollState, now: number, ...args: Args) => PollState,
    ...args: Args
  ) => pollStates.set(query, event(getState(), Date.now(), ...args))
  const { min } = settings.interval

  // React mounts twice in development and aborts the first request. After a microtask, only the second one is sent.
  await Promise.resolve()
  for (;;) {
    // React Native before 0.87 has no `throwIfAborted`.
    if (signal.aborted) throw signal.reason
    const state = getState()
    const { error, terminalJob } = state
    if (terminalJob) return terminalJob
    // react-query fetches at each mount without a job, and after a failure at each change of options. A hidden page then only
    // fetches a job that it does not have. `interval.min` must count then, and also if it is too long for a timer, which would
    // fire at once.
    if (error && isChanging && query.state.data && !isVisible()) throw error
    const obeysMin = (error ? isChanging !== false : !query.state.data) || min > MAX_TIMEOUT_MS
    const delay = getThrottleDelay(state, obeysMin ? min : 0, Date.now())
    if (delay <= 0) break
    // A timer that fires some ms early by the system clock must not lose its poll.
    if (error && delay > 10) throw error
    const wasActive = query.isActive()
    // Waits for `delay`, or until the signal aborts.
    await withTimeout({ ms: delay, signal, createError: Error }, () => new Promise(() => {})).catch(() => {})
    // The host may have disabled the watchers since.
    if (wasActive && query.observers[0] && !query.isActive()) void query.cancel({ revert: true })
  }

  update(requestSent)
  // An abort counts for `interval.min`, unless the query still fetches: then a host's refetch has replaced this request, or the
  // query has left the cache.
  signal.addEventListener('abort', () => update(requestAborted, query.state.fetchStatus === 'idle' ? min : 0))
  try {
    const response = await fetchItrStatus(settings, signal)
    // With the job as it is now: others may have written to the cache since the request.
    const job = reconcileItrJob(query.state.data, response)
    update(requestSucceeded, job)
    return job
  } catch (error) {
    if (!signal.aborted) update(requestFailed, error as ItrStatusError, isOnline())
    throw error
  }
}
