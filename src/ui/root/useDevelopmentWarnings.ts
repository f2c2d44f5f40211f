'use client'

import { useEffect, type RefObject } from 'react'
import { logInDevelopment } from '../../internal/logInDevelopment.ts'

declare const process: { env: { NODE_ENV?: string } }

/** Time that a part may take to load, with `lazy()` for example, in ms. */
const LOADING_MS = 5_000

/**
 * Warns in development about a layout without the live region or the form field, which types cannot catch.
 *
 * @param field the name of the form field, true without a name, or a falsy value if there is no field
 */
export function useDevelopmentWarnings(
  root: RefObject<Element | null>,
  field: string | boolean | undefined,
): void {
  try {
    // Bundlers replace this expression, and remove the hook in production. Without a bundler `process` may not exist.
    if (process.env.NODE_ENV === 'production') return
    // oxlint-disable-next-line react/rules-of-hooks -- the condition never changes
    useEffect(() => {
      const isMissing = (part: string) => !root.current?.querySelector(`[data-itr-part="${part}"]`)
      const getWarning = () => {
        if (isMissing('announcer'))
          return '<ItrProgress> has no <ItrProgressAnnouncer>, so screen readers will not announce status changes. Add it to the children.'
        if (field && isMissing('field'))
          return `<ItrProgress> ${field === true ? 'is `required`' : `has the \`name\` "${field}"`} but no <ItrProgressField>, so the form neither waits for it nor sends its value. Add it to the children.`
        return undefined
      }
      if (!getWarning()) return
      const timer = setTimeout(() => logInDevelopment('warn', getWarning), LOADING_MS)
      return () => clearTimeout(timer)
    })
  } catch {
    // Without `process` this may be production.
  }
}
