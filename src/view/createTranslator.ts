import { en } from '../locales/en.ts'
import type { ItrMessageKey, ItrPartialMessages } from '../locales/ItrMessages.ts'

type ItrValue = string | number | Date

/** A sentence with its placeholders filled in; numbers and dates are written as the locale writes them. */
export type ItrTranslate = (key: ItrMessageKey, values?: Readonly<Record<string, ItrValue>>) => string

export interface ItrTranslator {
  t: ItrTranslate
  /** What the first dictionary says that knows one of the keys, as it stands there. */
  find: (...keys: (ItrMessageKey | 'lang' | 'dir')[]) => string | undefined
  format: (value: ItrValue) => string
}

/**
 * The words of several dictionaries, the first one asked first and English last.
 *
 * @param wanted the locale for numbers and dates; where this browser does not know it, that of the words counts
 */
export function createTranslator(
  dictionaries: readonly (ItrPartialMessages | undefined)[],
  wanted?: string,
): ItrTranslator {
  const find: ItrTranslator['find'] = (...keys) =>
    [...dictionaries, en]
      .flatMap((dictionary) => keys.map((key) => textOf(dictionary, key)))
      .find((text) => text !== undefined)

  const locale = [wanted, find('lang')].find(isKnown) ?? en.lang
  // Numbers know no such options, and pass over them.
  const format: ItrTranslator['format'] = (value) =>
    typeof value === 'string'
      ? value
      : (value as Date).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

  const t: ItrTranslate = (key, values = {}) =>
    (find(key) ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      format(values[name] ?? placeholder),
    )

  return { t, find, format }
}

/** Nested or flat: `{ heading: { idle } }` or `{ 'heading.idle' }`. */
function textOf(dictionary: object | undefined, key: string): string | undefined {
  const [group, name] = key.split(/\.(.*)/) as [string, string?]
  const words = dictionary as Record<string, unknown> | undefined
  const text = words?.[key] ?? (words?.[group] as Record<string, unknown> | undefined)?.[name!]
  return typeof text === 'string' ? text : undefined
}

function isKnown(locale: string | undefined): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
