'use client'

import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { getActiveElement } from '../../internal/getActiveElement.ts'

/**
 * Moves the focus to a fallback element when a focused element inside is removed. Otherwise the focus would be lost, and a keyboard
 * user would start again at the top of the page (WCAG 2.4.3).
 *
 * A part that can be removed while the root does not render calls `watchFocus` before its removal, and the result afterwards.
 *
 * @returns `watchFocus`, and `onFocus` for the element around the parts
 */
export function useFocusFallback(
  root: RefObject<HTMLElement | null>,
  getFallback: () => HTMLElement | null | undefined,
) {
  // React's focus event also comes from a part in a portal.
  const lastFocused = useRef<Element | null>(null)
  const watchFocus = () => {
    const focused = root.current && getActiveElement(root.current)
    return () => {
      const isOurs = focused !== null && focused === lastFocused.current
      if (isOurs && !focused.isConnected && isNothingFocused(focused.ownerDocument)) getFallback()?.focus()
    }
  }
  // Each render remembers the focus before its commit.
  const restoreFocus = watchFocus()
  useEffect(restoreFocus)
  const onFocus = (event: FocusEvent) => {
    lastFocused.current = event.target
  }
  return { onFocus, watchFocus }
}

const isNothingFocused = ({ activeElement, body }: Document) => (activeElement ?? body) === body
