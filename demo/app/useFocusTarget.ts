import { useCallback, useRef } from 'react'

interface Focusable {
  focus: () => void
}

/** A `ref` for whatever the person is to be taken to, an input or the widget, and the function that does it. */
export function useFocusTarget(): [ref: (target: Focusable | null) => void, focus: () => void] {
  const current = useRef<Focusable>(null)
  const ref = useCallback((target: Focusable | null) => {
    current.current = target
  }, [])
  const focus = useCallback(() => current.current?.focus(), [])
  return [ref, focus]
}
