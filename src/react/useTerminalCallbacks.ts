'use client'

import { useEffect, useRef } from 'react'
import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './resolveOptions.ts'

type Callbacks = Pick<ItrJobStatusOptions, 'onCompleted' | 'onFailed' | 'onTimedOut' | 'onError'>

type Calls = { [P in ItrPhase]: ((result: ItrJobStatusResult & { phase: P }, to: Callbacks) => void) | null }

/** The callback of each phase. */
const calls: Calls = {
  idle: null,
  connecting: null,
  initiated: null,
  processing: null,
  completed: ({ job }, { onCompleted }) => onCompleted?.(job),
  failed: ({ job }, { onFailed }) => onFailed?.(job),
  'timed-out': ({ job }, { onTimedOut }) => onTimedOut?.(job),
  error: ({ error }, { onError }) => onError?.(error),
}

/**
 * Calls the host back once per entry into a phase: per job, window and phase. The ref survives the double mount of StrictMode,
 * in which an effect alone would call twice.
 */
export function useTerminalCallbacks(result: ItrJobStatusResult, callbacks: Callbacks): void {
  const lastEntry = useRef('')
  const entry = `${result.phase} ${result.startedAt} ${result.jobId}`
  useEffect(() => {
    if (lastEntry.current === entry) return
    lastEntry.current = entry
    const call = calls[result.phase] as ((result: ItrJobStatusResult, to: Callbacks) => void) | null
    call?.(result, callbacks)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another callback or a later response is no new entry
  }, [entry])
}
