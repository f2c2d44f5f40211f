'use client'

import { useEffect, useRef } from 'react'
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
  // `getInput` returns null in the cleanup of a passive effect: React has detached the refs.
  const input = useRef<HTMLInputElement>(null)
  // In every commit, since the input may be a new one.
  useIsomorphicLayoutEffect(() => {
    input.current = getInput()
    setValidity(input.current, { message, required })
  })
  // When React hides or unmounts the field. Not a layout effect: React also cleans those up while a Suspense boundary shows its
  // fallback, and then the field must block.
  useEffect(() => () => setValidity(input.current, { message: '', required: false }), [])
  return isServerHtml && required
}

function setValidity(input: HTMLInputElement | null, { message, required }: Validity) {
  if (!input) return
  observeCheckValidity(input)
  observeCheckValidity(input.form)
  input.required = required
  // A host's `render` may give another element.
  input.setCustomValidity?.(message)
}
