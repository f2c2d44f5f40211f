'use client'

import { useEffect, type RefObject } from 'react'
import { logInDevelopment } from '../../internal/logInDevelopment.ts'

/**
 * Warns in development about a layout without the live region or the form field, which types cannot catch.
 *
 * @param field the name of the form field, true without a name, or a falsy value if there is no field
 */
export function useDevelopmentWarnings(
  root: RefObject<Element | null>,
  field: string | boolean | undefined,
): void {
  useEffect(() => {
    const isMissing = (part: string) => !root.current?.querySelector(`[data-itr-part="${part}"]`)
    logInDevelopment('warn', () =>
      isMissing('announcer')
        ? '<ItrProgress> has no <ItrProgressAnnouncer>, so screen readers will not announce status changes. Add it to the children.'
        : undefined,
    )
    logInDevelopment('warn', () =>
      field && isMissing('field')
        ? `<ItrProgress> ${field === true ? 'is `required`' : `has the \`name\` "${field}"`} but no <ItrProgressField>, so the form neither waits for it nor sends its value. Add it to the children.`
        : undefined,
    )
  })
}
