'use client'

import { useIsHydrating } from '../internal/useIsHydrating.ts'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import { observeCheckValidity } from './observeCheckValidity.ts'

interface Validity {
  /** Empty for a valid field. */
  message: string
  required: boolean
}

/**
 * Blocks the form with `message`, from the commit that renders it. It is a layout effect, because React runs none inside a
 * hidden `<Activity>`: a hidden field must not block its form.
 *
 * @returns the `required` attribute for server-rendered HTML, which blocks before any script runs
 */
export function useCustomValidity(getInput: () => HTMLInputElement | null, { message, required }: Validity) {
  const isServerHtml = useIsHydrating()
  const setValidity = (validity: Validity) => {
    const input = getInput()
    if (!input) return
    observeCheckValidity(input)
    observeCheckValidity(input.form)
    input.required = validity.required
    // A host's `render` may give another element.
    input.setCustomValidity?.(validity.message)
  }
  // In every commit, since the input may be a new one.
  useIsomorphicLayoutEffect(() => setValidity({ message, required }))
  // Only when React hides or unmounts the field.
  useIsomorphicLayoutEffect(() => () => setValidity({ message: '', required: false }), [])
  return isServerHtml && required
}
