'use client'

import { useEffect, useRef } from 'react'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './resolveOptions.ts'

/**
 * Tells the host of each settlement once: one a job, a window and a phase. The ref outlives StrictMode's double mount, in
 * which an effect alone would tell twice.
 */
export function useTerminalCallbacks(
  result: ItrJobStatusResult,
  { onCompleted, onFailed, onTimedOut, onError }: ItrJobStatusOptions,
): void {
  const told = useRef('')
  const settlement = `${result.phase} ${result.startedAt} ${result.jobId}`
  useEffect(() => {
    if (told.current === settlement) return
    told.current = settlement
    // Nothing is returned: a callback may give a value, and an effect's value is its clean-up.
    if (result.phase === 'completed') onCompleted?.(result.job)
    if (result.phase === 'failed') onFailed?.(result.job)
    if (result.phase === 'timed-out') onTimedOut?.(result.job)
    if (result.phase === 'error') onError?.(result.error)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another callback or a later answer settles nothing
  }, [settlement])
}
