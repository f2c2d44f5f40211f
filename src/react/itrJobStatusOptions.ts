import { hashKey, skipToken, type QueryFunctionContext, type UseQueryOptions } from '@tanstack/react-query'
import { isTerminal, type ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { reconcileItrJob } from '../contract/reconcileItrJob.ts'
import { nextCheck } from '../polling/nextCheck.ts'
import { phaseOf } from '../polling/phaseOf.ts'
import { untilAllowed, untilSent } from '../polling/untilAllowed.ts'
import { requestAborted, requestAnswered, requestFailed, requestSent } from '../polling/pollState.ts'
import { fetchItrStatus } from '../transport/fetchItrStatus.ts'
import { resolveOptions, type ItrJobStatusOptions, type ItrSettings } from './resolveOptions.ts'
import { untilClear } from './untilClear.ts'
import { GC_TIME, records, watch, type ItrJobStatusKey, type ItrQuery } from './pollStates.ts'

/** The query behind {@link useItrJobStatus}: its data is an `ItrJob`, its error an `ItrStatusError`. */
export type ItrJobStatusQueryOptions = UseQueryOptions<ItrJob, ItrStatusError, ItrJob, ItrJobStatusKey> & {
  queryKey: ItrJobStatusKey
}

/**
 * The query that `useItrJobStatus` watches, for `useQueries`, `prefetchQuery` and route loaders. It stops by the same rules.
 * The callbacks and `queryClient` are the hook's and not read here.
 *
 * @throws {TypeError} for a bad option; it names the option and the value.
 * @example
 * await queryClient.prefetchQuery(itrJobStatusOptions({ jobId, proxyUrl: '/api/itr/status' }))
 */
export function itrJobStatusOptions(options: ItrJobStatusOptions): ItrJobStatusQueryOptions {
  return queryOptionsOf(resolveOptions(options))
}

export function queryOptionsOf(settings: ItrSettings): ItrJobStatusQueryOptions {
  const { jobId, proxyUrl, enabled, interval, timeout } = settings
  const recordFor = (query: ItrQuery) => watch(query, settings.startedAt)
  const onMount = (query: ItrQuery) => untilAllowed(recordFor(query), interval.min, Date.now()) <= 0
  const onReturn = (query: ItrQuery) =>
    phaseOf(query.state.data, recordFor(query), timeout) !== 'error' && onMount(query)

  return {
    queryKey: ['itr-progress', String(proxyUrl), jobId],
    queryFn: jobId === null ? skipToken : (context) => ask(context, { ...settings, jobId }),
    enabled,
    structuralSharing: (held, next) => reconcileItrJob(held as ItrJob | undefined, next as ItrJob),
    // Every option of the schedule is set, so that no default of the host's QueryClient changes it.
    staleTime: (query) => (isTerminal(query.state.data) ? 'static' : interval.min),
    gcTime: GC_TIME,
    // Called while disabled too, when no window may open.
    refetchInterval: (query) => enabled && nextCheck(query.state, recordFor(query), settings, Date.now()),
    refetchIntervalInBackground: true,
    refetchOnMount: onMount,
    refetchOnWindowFocus: onReturn,
    refetchOnReconnect: onReturn,
    retry: false,
    retryOnMount: true,
    networkMode: 'always',
    throwOnError: false,
    notifyOnChangeProps: undefined,
    persister: undefined,
    select: undefined,
    initialData: undefined,
    placeholderData: undefined,
  }
}

/** The query function: the last to be asked before a request leaves, whoever it is that wants it. */
async function ask(
  { client, queryKey, signal }: QueryFunctionContext<ItrJobStatusKey>,
  settings: ItrSettings & { jobId: string },
): Promise<ItrJob> {
  const cache = client.getQueryCache()
  // `find` hashes the key of every query there is; it is for a host that hashes keys in its own way.
  const query = (cache.get(hashKey(queryKey)) ?? cache.find({ queryKey })) as unknown as ItrQuery
  const { data } = query.state
  if (isTerminal(data)) return data!

  const record = watch(query, settings.startedAt)
  // Asked again too soon after a failure (react-query loads at each mount while there is no data), that failure is the answer.
  if (record.error && untilAllowed(record, settings.interval.min, Date.now()) > 0) throw record.error

  await untilClear(() => untilSent(data, records.get(query)!, settings.interval, Date.now()), signal)
  // Meanwhile the host may have written the end into the cache.
  if (isTerminal(query.state.data)) return query.state.data!

  const note = (event: typeof requestSent) => records.set(query, event(records.get(query)!, Date.now()))
  const onAbort = () => note(requestAborted)
  note(requestSent)
  signal.addEventListener('abort', onAbort)
  try {
    const job = await fetchItrStatus(settings, signal)
    note(requestAnswered)
    return job
  } catch (error) {
    if (!signal.aborted)
      records.set(query, requestFailed(records.get(query)!, error as ItrStatusError, Date.now()))
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
