'use client'

import { useRef, type Ref } from 'react'
import { assignRef } from '../internal/useMergedRefs.ts'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'

/**
 * Hands `handle` to a form library's ref, as `useImperativeHandle` would, but for one thing: a ref function that is new with
 * every render (react-hook-form's `register`) takes the place of the one before, which is not told of null. That would say that
 * the field is gone, and with `shouldUnregister` the library would render for ever. Under another `name` the old one is gone.
 */
export function useImperativeRef<T>(ref: Ref<T>, handle: T, name: string | undefined) {
  const leave = useRef(() => {})

  useIsomorphicLayoutEffect(() => {
    const cleanup = assignRef(ref, handle)
    leave.current = () => {
      leave.current = () => {}
      if (cleanup) cleanup()
      else assignRef(ref, null)
    }
    return cleanup || typeof ref !== 'function' ? () => leave.current() : undefined
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the handle stays the same
  }, [ref, name])

  useIsomorphicLayoutEffect(() => () => leave.current(), [name])
}
