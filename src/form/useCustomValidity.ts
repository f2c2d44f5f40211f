'use client'

import { useSyncExternalStore } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'

interface Validity {
  /** Empty for a valid field. */
  message: string
  required: boolean
}

const subscribeToNothing = () => () => {}

/**
 * Blocks the form with `message`, from the commit that renders it. A layout effect does it, since React runs none inside a
 * hidden `<Activity>`: a hidden field must not block its form.
 *
 * @param inputKey changes with the input
 * @returns the `required` attribute for server-rendered HTML, which blocks before any script runs
 */
export function useCustomValidity(
  getInput: () => HTMLInputElement | null,
  inputKey: string,
  { message, required }: Validity,
): boolean {
  const isServerHtml = useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  )
  useIsomorphicLayoutEffect(() => {
    const input = getInput()
    const setValidity = (validity: Validity) => {
      if (!input) return
      input.required = validity.required
      // A host's `render` may give another element.
      input.setCustomValidity?.(validity.message)
    }
    setValidity({ message, required })
    return () => setValidity({ message: '', required: false })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the getter is called in the effect
  }, [inputKey, message, required, isServerHtml])
  return isServerHtml && required
}
