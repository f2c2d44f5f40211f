'use client'

import { useEffect, type RefObject } from 'react'
import type { ItrFieldProps } from '../../form/types.ts'
import { logInDevelopment } from '../../internal/logInDevelopment.ts'

/** Warns in development about a layout that lacks the live region, the form field or the message. Types cannot catch that. */
export function useDevelopmentWarnings(
  root: RefObject<Element | null>,
  { name, required }: Pick<ItrFieldProps, 'name' | 'required'>,
): void {
  useEffect(() => {
    const isMissing = (part: string) => !root.current?.querySelector(`[data-itr-part="${part}"]`)
    logInDevelopment('warn', () =>
      isMissing('announcer')
        ? '<ItrProgress> has no <ItrProgressAnnouncer>, so screen readers will not announce status changes. Add it to the children.'
        : undefined,
    )
    logInDevelopment('warn', () =>
      (name || required) && isMissing('field')
        ? `<ItrProgress> ${name ? `has the \`name\` "${name}"` : 'is `required`'} but no <ItrProgressField>, so the form neither waits for it nor sends its value. Add it to the children.`
        : undefined,
    )
    logInDevelopment('warn', () =>
      required && !isMissing('field') && isMissing('message')
        ? '<ItrProgress> is `required` but has no <ItrProgressMessage>, so a form that is sent too early shows no reason. Add it to the children.'
        : undefined,
    )
  })
}
