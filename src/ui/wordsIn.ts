import { en } from '../locales/en.ts'
import type { ItrMessageKey, ItrMessages } from '../locales/ItrMessages.ts'

type ItrValue = string | number | Date

/** A sentence with its placeholders filled in; numbers and dates are written as the locale writes them. */
export type ItrTranslate = (key: ItrMessageKey, values?: Readonly<Record<string, ItrValue>>) => string

export interface ItrWords {
  t: ItrTranslate
  /** What the first dictionary that knows the key says, as it stands there. */
  find: (key: keyof ItrMessages) => string | undefined
  format: (value: ItrValue) => string
}

/**
 * The words of several dictionaries, the first one asked first and English last.
 *
 * @param wanted the locale for numbers and dates; where this browser does not know it, that of the words counts
 */
export function wordsIn(
  dictionaries: readonly (Partial<ItrMessages> | undefined)[],
  wanted?: string,
): ItrWords {
  const all: readonly (Partial<ItrMessages> | undefined)[] = [...dictionaries, en]
  const find: ItrWords['find'] = (key) =>
    all.map((dictionary): unknown => dictionary?.[key]).find((text) => typeof text === 'string')

  const locale = [wanted, find('lang')].find(isKnown) ?? en.lang
  // Numbers know no such options, and pass over them.
  const format: ItrWords['format'] = (value) =>
    typeof value === 'string'
      ? value
      : (value as Date).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

  const t: ItrTranslate = (key, values = {}) =>
    (find(key) ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      format(values[name] ?? placeholder),
    )

  return { t, find, format }
}

function isKnown(locale: string | undefined): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
