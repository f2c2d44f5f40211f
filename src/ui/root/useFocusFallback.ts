'use client'

import { useEffect, type RefObject } from 'react'
import { getActiveElement } from '../../internal/getActiveElement.ts'

/**
 * Moves the focus to a fallback element when a focused element inside is removed. Otherwise the focus would be lost, and a keyboard user
 * would start again at the top of the page (WCAG 2.4.3).
 *
 * @returns a function for a part that is removed while the root does not render. Call it before the removal, and its result afterwards
 */
export function useFocusFallback(
  root: RefObject<HTMLElement | null>,
  getFallback: () => HTMLElement | null | undefined,
) {
  const watchFocus = () => {
    const focused = root.current && getActiveElement(root.current)
    const isInside = root.current?.contains(focused)
    return () => {
      const isLost = isInside && !focused!.isConnected && isNothingFocused(focused!.ownerDocument)
      if (isLost) getFallback()?.focus()
    }
  }
  // Each render remembers the focus before its commit.
  const restoreFocus = watchFocus()
  useEffect(restoreFocus)
  return watchFocus
}

const isNothingFocused = ({ activeElement, body }: Document) => (activeElement ?? body) === body
