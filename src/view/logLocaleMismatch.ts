import { logInDevelopment } from '../internal/logInDevelopment.ts'

/**
 * Warns in development if the host asks for a locale without its messages.
 *
 * @param lang the language of the messages
 */
export function logLocaleMismatch(locale: string | undefined, lang: string): void {
  logInDevelopment('warn', () => {
    const language = getLanguage(locale)
    return language === undefined || language === getLanguage(lang)
      ? undefined
      : `\`locale\` is "${language}", but the messages are in "${lang}". \`locale\` only formats numbers and dates. ` +
          `Pass \`messages\` from 'itr-progress/locales/${language}', or your own.`
  })
}

/** `en-IN` -> `en`; undefined for anything but a language tag. */
const getLanguage = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')?.[0].toLowerCase()
