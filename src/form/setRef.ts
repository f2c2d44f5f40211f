export type AnyRef = ((value: never) => unknown) | { current: unknown } | null | undefined

/** Hands a value to a ref. @returns the cleanup that a ref function of React 19 may give */
export function setRef(ref: AnyRef, value: unknown): (() => void) | undefined {
  if (typeof ref !== 'function') {
    if (ref) ref.current = value
    return
  }
  const cleanup = (ref as (value: unknown) => unknown)(value)
  return typeof cleanup === 'function' ? () => void cleanup() : undefined
}
