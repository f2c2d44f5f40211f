'use client'

import { useRef, type Ref } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import { assignRef } from '../internal/useMergedRefs.ts'

/**
 * `useImperativeHandle`, but a replaced ref function is not called with null, except under a new `name`. react-hook-form's
 * `register` returns a new function at each render. With `shouldUnregister`, it treats null as an unmount, and would
 * render endlessly.
 */
export function useImperativeRef<T>(ref: Ref<T>, handle: T, name: string) {
  const detach = useRef(() => {})

  useIsomorphicLayoutEffect(() => {
    const cleanup = assignRef(ref, handle)
    detach.current = () => {
      detach.current = () => {}
      if (cleanup) cleanup()
      else assignRef(ref, null)
    }
    return cleanup || typeof ref !== 'function' ? () => detach.current() : undefined
    // Not in the list: the handle, which stays the same.
  }, [ref, name])

  useIsomorphicLayoutEffect(() => () => detach.current(), [name])
}
