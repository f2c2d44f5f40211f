'use client'

import { QueryClient, QueryClientContext, QueryObserver } from '@tanstack/react-query'
import { useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { describeWatch, idle, type WatchDescription } from '../polling/describeWatch.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { isLive, phaseOf } from '../polling/phaseOf.ts'
import { untilAllowed } from '../polling/untilAllowed.ts'
import { openWindow } from '../polling/WatchRecord.ts'
import { GC_TIME, queryOptionsOf } from './itrJobStatusOptions.ts'
import { useItrDefaults, withDefaults } from './ItrProvider.tsx'
import { isAwake, isOnline, onPageChange } from './page.ts'
import { readOptions, type ItrJobStatusOptions } from './readOptions.ts'
import { useSettlement } from './useSettlement.ts'
import { recordOf, update, watch } from './watches.ts'

/**
 * Watches one ITR verification job through the host's proxy until it is settled, or until it is fair to ask the person.
 *
 * @throws {TypeError} for a bad option; it names the option and the value.
 * @example
 * const itr = useItrJobStatus({ jobId, proxyUrl: '/api/itr/status', onCompleted: next })
 * if (itr.phase === 'timed-out') return <button onClick={itr.retry}>Check again</button>
 */
export function useItrJobStatus(options: ItrJobStatusOptions): ItrJobStatusResult {
  const settings = readOptions(withDefaults(options, useItrDefaults()))
  const providerClient = useContext(QueryClientContext)
  const ownClient = useRef<QueryClient>(undefined)
  const client = options.queryClient ?? providerClient ?? (ownClient.current ??= packageClient())

  const { jobId } = settings
  const proxyUrl = String(settings.proxyUrl)
  const queryOptions = queryOptionsOf(settings)
  // Rendering is decided by `view` below, not by react-query: an observer of its own tells it of every change. One observer
  // watches one job: another job mounts anew, and so passes the same gate as a remount.
  const observerOptions = { ...queryOptions, notifyOnChangeProps: 'all' as const }
  const observer = useMemo(
    () => (jobId === null ? null : new QueryObserver(client, observerOptions)),
    // eslint-disable-next-line -- later options arrive by setOptions
    [client, jobId, proxyUrl],
  )

  const latest = useRef(settings)
  useEffect(() => {
    latest.current = settings
    observer?.setOptions(observerOptions)
  })

  // Focus and network events reach react-query's queries only through a mounted client.
  useEffect(() => {
    client.mount()
    return () => client.unmount()
  }, [client])

  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!observer) return () => {}
      const stop = observer.subscribe(onChange)
      const stopPage = onPageChange(onChange)
      return () => {
        stopPage()
        // react-query keeps the longest gcTime it ever heard, a hydrated query's 24 h for one.
        observer.getCurrentQuery().gcTime = GC_TIME
        stop()
      }
    },
    [observer],
  )

  // Coming back to the page asks at once, or as soon as it may. react-query's own focus handling only knows the former.
  useEffect(() => {
    if (!observer) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onChange = () => {
      clearTimeout(timer)
      const { enabled, interval, timeout, startedAt } = latest.current
      if (!enabled || !isAwake()) return
      const query = observer.getCurrentQuery()
      const record = watch(query, startedAt)
      const phase = phaseOf(query.state.data, record, timeout)
      if (!isLive(phase) && phase !== 'timed-out') return
      timer = setTimeout(
        // Unless a check left in the meantime.
        () => recordOf(query)?.lastAt === record.lastAt && void observer.refetch({ cancelRefetch: false }),
        untilAllowed(record, interval, Date.now()),
      )
    }
    const stop = onPageChange(onChange)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [observer])

  const held = useRef<WatchDescription>(idle)
  const view = (online: boolean): WatchDescription => {
    if (!observer) return idle
    const query = observer.getCurrentQuery()
    const record = settings.enabled ? watch(query, settings.startedAt) : recordOf(query)
    const next = describeWatch(query.state.data, record, { ...settings, isOnline: online })
    // Opening the window and keeping an equal view are idempotent, so a render that is thrown away does no harm.
    if (!isSame(held.current, next)) held.current = next
    return held.current
  }
  const description = useSyncExternalStore(
    subscribe,
    () => view(isOnline()),
    () => view(true),
  )

  const retry = useCallback(() => {
    if (!observer?.hasListeners() || !latest.current.enabled) return
    const query = observer.getCurrentQuery()
    const record = recordOf(query)
    const phase = record && phaseOf(query.state.data, record, latest.current.timeout)
    if (phase !== 'timed-out' && phase !== 'error') return
    void query.cancel({ revert: true })
    update(query, openWindow(Date.now()))
    void observer.refetch()
  }, [observer])

  const result = useMemo(
    () => ({ ...description, jobId, retry }) as ItrJobStatusResult,
    [description, jobId, retry],
  )
  useSettlement(result, observer, options)
  return result
}

const isSame = (a: WatchDescription, b: WatchDescription) =>
  (Object.keys(b) as (keyof WatchDescription)[]).every((key) => Object.is(a[key], b[key]))

let sharedClient: QueryClient | undefined

/** For hosts without react-query: one cache for the page. A server, which serves many people, gets one a render. */
function packageClient(): QueryClient {
  return typeof window === 'undefined' ? new QueryClient() : (sharedClient ??= new QueryClient())
}
