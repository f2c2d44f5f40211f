import type { SyntheticEvent } from 'react'

type Props = Readonly<Record<string, unknown>>

/**
 * A part's own attributes under those that a host gives it: class names and styles add up, handlers run one after the other,
 * the host's first; its `preventDefault()` keeps ours from running. All else is the host's where it says something.
 */
export function mergeProps(own: Props, given: Props): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...own }
  for (const [name, value] of Object.entries(given)) {
    const held = own[name]
    if (value === undefined) continue
    if (name === 'className') merged[name] = [held, value].filter(Boolean).join(' ')
    else if (name === 'style') merged[name] = { ...(held as object), ...(value as object) }
    else if (isHandler(name, held) && isHandler(name, value))
      merged[name] = (event: SyntheticEvent) => {
        value(event)
        if (!event?.defaultPrevented) held(event)
      }
    else merged[name] = value
  }
  return merged
}

const isHandler = (name: string, value: unknown): value is (event: SyntheticEvent) => void =>
  /^on[A-Z]/.test(name) && typeof value === 'function'
