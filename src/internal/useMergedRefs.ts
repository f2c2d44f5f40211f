'use client'

import { useMemo } from 'react'

export type AnyRef = ((value: never) => unknown) | { current: unknown } | null | undefined

/** Assigns a value to a ref. @returns the cleanup that a ref function may return since React 19 */
export function assignRef(ref: AnyRef, value: unknown): (() => void) | undefined {
  if (typeof ref !== 'function') {
    if (ref) ref.current = value
    return
  }
  const cleanup = (ref as (value: unknown) => unknown)(value)
  return typeof cleanup === 'function' ? () => void cleanup() : undefined
}

/** Merges two refs into one. It changes only if one of them does: React would detach and attach both otherwise. */
export function useMergedRefs(first: AnyRef, second: AnyRef): AnyRef {
  return useMemo(() => {
    // A single ref is wrapped too: React 18 does not call the cleanup that it returns.
    if (!first && !second) return undefined
    let detach: (() => void)[] = []
    return (element: unknown) => {
      const attach = (ref: AnyRef) => assignRef(ref, element) ?? (() => void assignRef(ref, null))
      for (const undo of detach) undo()
      detach = element === null ? [] : [attach(first), attach(second)]
    }
  }, [first, second])
}
