import type { SyntheticEvent } from 'react'

type Props = Readonly<Record<string, unknown>>
type Handler = (event: SyntheticEvent) => void

/**
 * Merges the host's props into the default props of a part. Class names and styles are combined. Handlers run one after the
 * other, the host's first; its `preventDefault()` skips ours. For all else the host's value wins, unless it is undefined.
 */
export function mergeProps(defaultProps: Props, props: Props): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...defaultProps }
  for (const name in props) {
    const value = props[name]
    const ours = defaultProps[name]
    if (value === undefined) continue
    if (name === 'className') merged[name] = [ours, value].filter(Boolean).join(' ')
    else if (name === 'style') merged[name] = { ...(ours as object), ...(value as object) }
    else if (typeof ours === 'function' && typeof value === 'function')
      merged[name] = (event: SyntheticEvent) => {
        ;(value as Handler)(event)
        if (!event?.defaultPrevented) (ours as Handler)(event)
      }
    else merged[name] = value
  }
  return merged
}
