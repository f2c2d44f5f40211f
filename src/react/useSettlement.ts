'use client'

import { useEffect, useRef } from 'react'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './readOptions.ts'

/**
 * Tells the host of each settlement once: one a job, a window and a phase. The ref outlives StrictMode's double mount, in
 * which an effect alone would tell twice.
 */
export function useSettlement(
  itr: ItrJobStatusResult,
  { onCompleted, onFailed, onTimedOut, onError }: ItrJobStatusOptions,
): void {
  const told = useRef('')
  const settlement = `${itr.phase} ${itr.startedAt} ${itr.jobId}`
  useEffect(() => {
    if (told.current === settlement) return
    told.current = settlement
    // Nothing is returned: a callback may give a value, and an effect's value is its clean-up.
    if (itr.phase === 'completed') onCompleted?.(itr.job)
    if (itr.phase === 'failed') onFailed?.(itr.job)
    if (itr.phase === 'timed-out') onTimedOut?.(itr.job)
    if (itr.phase === 'error') onError?.(itr.error)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another callback or a later answer settles nothing
  }, [settlement])
}
