'use client'

import { useRef, useState } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'

/** Returns a stable function that returns `value` as of the last commit, for code that runs outside a render. */
export function useGetLatest<T>(value: T): () => T {
  const latest = useRef(value)
  useIsomorphicLayoutEffect(() => {
    latest.current = value
  })
  return useState(() => () => latest.current)[0]
}
