import { useCallback, useRef } from 'react'

interface Focusable {
  focus: () => void
}

/** Returns a `ref` for an input or the widget, and a function that focuses it. */
export function useFocusTarget(): [ref: (target: Focusable | null) => void, focus: () => void] {
  const current = useRef<Focusable>(null)
  const ref = useCallback((target: Focusable | null) => {
    current.current = target
  }, [])
  const focus = useCallback(() => current.current?.focus(), [])
  return [ref, focus]
}
