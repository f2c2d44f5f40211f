'use client'

import { useState } from 'react'

/** `useState` that returns to `initial` when `key` changes. Unlike a `key` on an element, it remounts nothing. */
export function useKeyedState<T>(initial: T, key: string | null): [value: T, setValue: (value: T) => void] {
  const [state, setState] = useState({ key, value: initial })
  // React's pattern for state that depends on props: useState, "Storing information from previous renders".
  if (state.key !== key) setState({ key, value: initial })
  return [
    state.value,
    (value) => setState((current) => (current.value === value ? current : { ...current, value })),
  ]
}
