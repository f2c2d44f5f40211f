'use client'

import { useEffect, useRef, type FocusEvent } from 'react'

/**
 * Focus is never moved, but for one case: a focused button of ours that goes away would leave it nowhere, and a person who uses
 * the keyboard at the top of the page. Then it goes to `next` (WCAG 2.4.3).
 *
 * @returns handlers for the element around the parts
 */
export function useFocusFallback(next: () => HTMLElement | null | undefined) {
  const focused = useRef<Element | null>(null)

  useEffect(() => {
    const gone = focused.current
    if (!gone || gone.isConnected) return
    focused.current = null
    const { activeElement, body } = gone.ownerDocument
    if (activeElement === body) next()?.focus()
  })

  return {
    onFocus: (event: FocusEvent) => {
      focused.current = event.target.closest('[data-itr-part]')
    },
    onBlur: () => {
      focused.current = null
    },
  }
}
