'use client'

import { useEffect, type RefObject } from 'react'
import { logInDevelopment } from '../../internal/logInDevelopment.ts'
import type { ItrTranslator } from '../../view/createTranslator.ts'

/**
 * Warns in development about mistakes that types cannot catch: a layout without the live region or the form field, and a locale
 * without its messages.
 *
 * @param field the name of the form field, true without a name, or a falsy value if there is no field
 */
export function useDevelopmentWarnings(
  root: RefObject<Element | null>,
  field: string | boolean | undefined,
  { lang, requestedLocale }: ItrTranslator,
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
    logInDevelopment('warn', () => {
      const language = getLanguage(requestedLocale)
      return language === undefined || language === getLanguage(lang)
        ? undefined
        : `\`locale\` is "${language}", but the messages are in "${lang}". \`locale\` only formats numbers and dates. ` +
            `Pass \`messages\` from 'itr-progress/locales/${language}', or your own.`
    })
  })
}

/** `en-IN` -> `en`; undefined for anything but a language tag. */
const getLanguage = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')?.[0].toLowerCase()
