'use client'

import { useEffect, useRef, type FocusEvent } from 'react'

/**
 * Moves the focus to a fallback element when a focused element inside is removed. Otherwise the focus would be lost, and a keyboard user
 * would start again at the top of the page (WCAG 2.4.3).
 *
 * @returns handlers for the element around the parts
 */
export function useFocusFallback(getFallback: () => HTMLElement | null | undefined) {
  const focused = useRef<Element | null>(null)

  useEffect(() => {
    const removed = focused.current
    if (!removed || removed.isConnected) return
    focused.current = null
    const { activeElement, body } = removed.ownerDocument
    if (activeElement === body) getFallback()?.focus()
  })

  return {
    onFocus: (event: FocusEvent) => {
      focused.current = event.target
    },
    onBlur: () => {
      focused.current = null
    },
  }
}
