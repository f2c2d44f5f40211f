import { en } from '../locales/en.ts'
import type { ItrMessageKey, ItrPartialMessages } from '../locales/ItrMessages.ts'
import { getFormatters, type ItrFormatters, type ItrValue } from './getFormatters.ts'

/** Returns a message with its placeholders replaced by `values`. Numbers and dates are formatted for the locale. */
export type ItrTranslate = (key: ItrMessageKey, values?: Readonly<Record<string, ItrValue>>) => string

export interface ItrTranslator extends ItrFormatters {
  t: ItrTranslate
  /** Returns the raw message of the first dictionary that has one of the keys. */
  getMessage: (...keys: readonly (ItrMessageKey | 'lang' | 'dir')[]) => string | undefined
  /** `lang` of the first dictionary that has one (BCP 47). */
  lang: string
  dir: 'ltr' | 'rtl'
}

/**
 * Returns the functions that look up and format messages.
 *
 * @param dictionaries in order of precedence; English is the last fallback
 * @param requestedLocale BCP 47; an unknown one is ignored, and the language of the messages is used
 * @param isServerHtml if true, formats times in UTC and names the zone, because a server does not know the viewer's
 */
export function createTranslator(
  dictionaries: readonly (ItrPartialMessages | undefined)[],
  requestedLocale?: string,
  isServerHtml = false,
): ItrTranslator {
  const sources = [...dictionaries, en].filter(Boolean) as ItrPartialMessages[]
  const getMessage: ItrTranslator['getMessage'] = (...keys) => {
    for (const dictionary of sources)
      for (const key of keys) {
        const message = readMessage(dictionary, key)
        if (message !== undefined) return message
      }
    return undefined
  }

  const lang = getMessage('lang')!
  const formatters = getFormatters([requestedLocale, lang === en.lang ? 'en-IN' : lang], isServerHtml)

  const t: ItrTranslate = (key, values = {}) =>
    (getMessage(key) ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      formatters.format(values[name] ?? placeholder),
    )

  const dir = getMessage('dir') as 'ltr' | 'rtl'
  return { ...formatters, t, getMessage, lang, dir }
}

/** Reads a nested or a flat dictionary: `{ heading: { idle } }` or `{ 'heading.idle' }`. */
function readMessage(dictionary: object, key: string): string | undefined {
  const messages = dictionary as Record<string, unknown>
  const dot = key.indexOf('.')
  const group = messages[key.slice(0, dot)] as Record<string, unknown> | undefined
  const message = messages[key] ?? group?.[key.slice(dot + 1)]
  return typeof message === 'string' ? message : undefined
}
