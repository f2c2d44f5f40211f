'use client'

import { useEffect, useRef } from 'react'
import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './resolveOptions.ts'

type Callbacks = Pick<ItrJobStatusOptions, 'onCompleted' | 'onFailed' | 'onTimedOut' | 'onError'>

const callbackNames: Readonly<Record<ItrPhase, keyof Callbacks | null>> = {
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
 * Calls the host back once per entry into a phase: per job, window and phase. The ref survives the double mount of StrictMode,
 * in which an effect alone would call twice.
 */
export function useTerminalCallbacks(result: ItrJobStatusResult, callbacks: Callbacks): void {
  const lastEntry = useRef('')
  const { phase, startedAt, jobId, job, error } = result
  const entry = `${phase} ${startedAt} ${jobId}`
  useEffect(() => {
    const name = callbackNames[phase]
    if (lastEntry.current === entry) return
    lastEntry.current = entry
    if (name) callbacks[name]?.((name === 'onError' ? error : job) as never)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another callback or a later response is no new entry
  }, [entry])
}
