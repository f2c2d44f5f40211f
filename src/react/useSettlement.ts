'use client'

import { useEffect, useRef } from 'react'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from './readOptions.ts'

type Callbacks = Pick<ItrJobStatusOptions, 'onCompleted' | 'onFailed' | 'onTimedOut' | 'onError'>

/**
 * Tells the host of each settlement once. `watched` is whatever is another object for another job. The ref outlives
 * StrictMode's double mount; an effect alone would tell twice.
 */
export function useSettlement(itr: ItrJobStatusResult, watched: object | null, callbacks: Callbacks): void {
  const told = useRef<readonly unknown[]>([])
  useEffect(() => {
    const settlement = [watched, itr.phase, itr.startedAt]
    if (settlement.every((fact, i) => fact === told.current[i])) return
    told.current = settlement
    // Nothing is returned: a host's callback may give a value, and an effect's value is its clean-up.
    if (itr.phase === 'completed') callbacks.onCompleted?.(itr.job)
    else if (itr.phase === 'failed') callbacks.onFailed?.(itr.job)
    else if (itr.phase === 'timed-out') callbacks.onTimedOut?.(itr.job)
    else if (itr.phase === 'error') callbacks.onError?.(itr.error)
  })
}
