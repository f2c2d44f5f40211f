import type { SyntheticEvent } from 'react'

type Props = Readonly<Record<string, unknown>>

/**
 * Merges the host's props into the default props of a part. Class names and styles are combined. Handlers run one after the
 * other, the host's first; its `preventDefault()` skips ours. For all else the host's value wins, unless it is undefined.
 */
export function mergeProps(defaultProps: Props, props: Props): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...defaultProps }
  for (const [name, value] of Object.entries(props)) {
    const ours = defaultProps[name]
    if (value === undefined) continue
    if (name === 'className') merged[name] = [ours, value].filter(Boolean).join(' ')
    else if (name === 'style') merged[name] = { ...(ours as object), ...(value as object) }
    else if (isHandler(name, ours) && isHandler(name, value))
      merged[name] = (event: SyntheticEvent) => {
        value(event)
        if (!event?.defaultPrevented) ours(event)
      }
    else merged[name] = value
  }
  return merged
}

const isHandler = (name: string, value: unknown): value is (event: SyntheticEvent) => void =>
  /^on[A-Z]/.test(name) && typeof value === 'function'
