import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { describeWatch } from '../polling/describeWatch.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { untilAllowed } from '../polling/untilAllowed.ts'
import { createPollState } from '../polling/pollState.ts'
import { queryOptionsOf } from './itrJobStatusOptions.ts'
import { isAwake, isOnline, onPageChange } from './pageActivity.ts'
import type { ItrSettings } from './resolveOptions.ts'
import { records, watch } from './pollStates.ts'

/**
 * One component's watch over one job: react-query's observer asks, this says what is known. What is rendered is decided by
 * `describe`, which gives the same object as long as nothing visible changed.
 */
export function createWatcher(client: QueryClient, settings: ItrSettings) {
  // No property of its result is read, so react-query tells it of every change.
  const observer = new QueryObserver(client, queryOptionsOf(settings))
  let result: ItrJobStatusResult | undefined

  /** `seen` are the settings of the render that asks; those of an effect come later. */
  const describe = (seen: ItrSettings, online = isOnline()): ItrJobStatusResult => {
    const query = observer.getCurrentQuery()
    // Idempotent, so that a render that is thrown away does no harm.
    const record = seen.enabled ? watch(query, seen.startedAt) : records.get(query)
    const description = describeWatch(query.state.data, record, { ...seen, isOnline: online })
    const next = { ...description, jobId: seen.jobId, retry }
    if (!result || !isSame(result, next)) result = next
    return result
  }

  const retry = () => {
    const { phase } = describe(settings)
    if (!settings.enabled || !observer.hasListeners() || (phase !== 'timed-out' && phase !== 'error')) return
    const query = observer.getCurrentQuery()
    void query.cancel({ revert: true })
    records.set(query, createPollState(Date.now()))
    void observer.refetch()
  }

  return {
    setSettings: (next: ItrSettings) => {
      settings = next
      observer.setOptions(queryOptionsOf(next))
    },

    subscribe: (onChange: () => void): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      // Coming back to the page asks at once, or as soon as it may. react-query's own focus handling knows the former only, and
      // only in a client that somebody mounted.
      const comeBack = () => {
        clearTimeout(timer)
        const { isPolling, phase } = describe(settings)
        if (!isAwake() || !settings.enabled || (!isPolling && phase !== 'timed-out')) return
        const query = observer.getCurrentQuery()
        const record = records.get(query)!
        timer = setTimeout(
          // Unless another check left in the meantime.
          () =>
            settings.enabled &&
            records.get(query) === record &&
            void observer.refetch({ cancelRefetch: false }),
          untilAllowed(record, settings.interval.min, Date.now()),
        )
      }
      const stop = observer.subscribe(onChange)
      const stopPage = onPageChange(() => {
        onChange()
        comeBack()
      })
      return () => {
        clearTimeout(timer)
        stopPage()
        stop()
      }
    },

    describe,
  }
}

const isSame = (a: ItrJobStatusResult, b: ItrJobStatusResult) =>
  (Object.keys(b) as (keyof ItrJobStatusResult)[]).every((key) => a[key] === b[key])
