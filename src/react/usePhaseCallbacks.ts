'use client'

import { useEffect, useRef } from 'react'
import { isTerminal } from '../contract/ItrJob.ts'
import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './resolveOptions.ts'

type EntryCallbacks = Pick<ItrJobStatusOptions, 'onCompleted' | 'onFailed' | 'onTimedOut' | 'onError'>

const callbackNames: Readonly<Record<ItrPhase, keyof EntryCallbacks | null>> = {
  idle: null,
  connecting: null,
  initiated: null,
  processing: null,
  completed: 'onCompleted',
  failed: 'onFailed',
  'timed-out': 'onTimedOut',
  error: 'onError',
}

/**
 * Calls `onPhaseChange` at each change of phase, and the phase's own callback once per job, window and phase. A ref remembers
 * the last call, because StrictMode and a hidden `<Activity>` run effects again.
 */
export function usePhaseCallbacks(
  result: ItrJobStatusResult,
  queryHash: string,
  callbacks: EntryCallbacks & Pick<ItrJobStatusOptions, 'onPhaseChange'>,
): void {
  const lastEntry = useRef<ItrJobStatusResult & { queryHash: string }>(null)
  const { phase, startedAt } = result
  useEffect(() => {
    const last = lastEntry.current
    if (last?.queryHash === queryHash) {
      // A terminal job stays terminal, even if it left the cache in a hidden `<Activity>` and is polled again.
      if (isTerminal(last.job)) return
      // Only a new window starts later. An earlier start is the same window after the system clock moved back.
      if (last.phase === phase && last.startedAt! >= startedAt!) return
    }
    lastEntry.current = { ...result, queryHash }
    if (last && last.phase !== phase) callbacks.onPhaseChange?.(phase, last.phase, result)
    const name = callbackNames[phase]
    if (name) callbacks[name]?.((name === 'onError' ? result.error : result.job) as never)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another callback or a later response is no new entry
  }, [phase, startedAt, queryHash])
}
