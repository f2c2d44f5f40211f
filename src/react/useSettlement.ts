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
    switch (itr.phase) {
      case 'completed':
        return callbacks.onCompleted?.(itr.job)
      case 'failed':
        return callbacks.onFailed?.(itr.job)
      case 'timed-out':
        return callbacks.onTimedOut?.(itr.job)
      case 'error':
        return callbacks.onError?.(itr.error)
    }
  })
}
