import { en } from '../locales/en.ts'
import type { ItrMessageKey, ItrPartialMessages } from '../locales/ItrMessages.ts'

type ItrValue = string | number | Date

/** Returns a message with its placeholders replaced by `values`. Numbers and dates are formatted for the locale. */
export type ItrTranslate = (key: ItrMessageKey, values?: Readonly<Record<string, ItrValue>>) => string

export interface ItrTranslator {
  t: ItrTranslate
  /** Returns the raw message of the first dictionary that has one of the keys. */
  getMessage: (...keys: readonly (ItrMessageKey | 'lang' | 'dir')[]) => string | undefined
  /** Formats a number or a date for the locale. */
  format: (value: ItrValue) => string
  /** Formats the time of day of an instant in epoch ms. */
  formatTime: (instant: number) => string
  /** Formats a duration in ms: "40 seconds", "2 minutes 5 seconds". */
  formatDuration: (ms: number) => string
  /** The language of the first dictionary (BCP 47). */
  lang: string
  dir: 'ltr' | 'rtl'
  /** The locale that the host asked for. It may be unknown to this browser. */
  requestedLocale: string | undefined
}

const viewerTime = { dateStyle: 'medium', timeStyle: 'short' } as const

/** `timeZoneName` cannot be combined with `dateStyle` (ECMA-402). */
const serverClock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const
const serverTime = { ...serverClock, day: 'numeric', month: 'short', year: 'numeric' } as const

/**
 * Returns the functions that look up and format messages.
 *
 * @param dictionaries in order of precedence; English is the last fallback
 * @param requestedLocale BCP 47; an unknown one is ignored, and the language of the messages is used
 * @param isServerHtml names the time zone UTC in times, since a server does not know the viewer's
 */
export function createTranslator(
  dictionaries: readonly (ItrPartialMessages | undefined)[],
  requestedLocale?: string,
  isServerHtml = false,
): ItrTranslator {
  const getMessage: ItrTranslator['getMessage'] = (...keys) =>
    [...dictionaries, en]
      .flatMap((dictionary) => keys.map((key) => readMessage(dictionary, key)))
      .find((message) => message !== undefined)

  const lang = getMessage('lang')!
  const locale = [requestedLocale, lang === en.lang ? 'en-IN' : lang].find(isKnownLocale) ?? 'en-IN'
  const format: ItrTranslator['format'] = (value) =>
    typeof value === 'string'
      ? value
      : // A number ignores the options of a date.
        (value as Date).toLocaleString(locale, isServerHtml ? serverTime : viewerTime)

  const formatTime: ItrTranslator['formatTime'] = (instant) =>
    new Date(instant).toLocaleTimeString(locale, isServerHtml ? serverClock : { timeStyle: 'short' })

  const formatUnit = (value: number, unit: 'minute' | 'second') =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
  const formatDuration: ItrTranslator['formatDuration'] = (ms) => {
    const seconds = Math.floor(ms / 1000)
    const inSeconds = formatUnit(seconds % 60, 'second')
    return seconds < 60 ? inSeconds : `${formatUnit(Math.floor(seconds / 60), 'minute')} ${inSeconds}`
  }

  const t: ItrTranslate = (key, values = {}) =>
    (getMessage(key) ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      format(values[name] ?? placeholder),
    )

  const dir = getMessage('dir') as 'ltr' | 'rtl'
  return { t, getMessage, format, formatTime, formatDuration, lang, dir, requestedLocale }
}

/** Reads a nested or a flat dictionary: `{ heading: { idle } }` or `{ 'heading.idle' }`. */
function readMessage(dictionary: object | undefined, key: string): string | undefined {
  const [group, name] = key.split(/\.(.*)/) as [string, string?]
  const messages = dictionary as Record<string, unknown> | undefined
  const message = messages?.[key] ?? (messages?.[group] as Record<string, unknown> | undefined)?.[name!]
  return typeof message === 'string' ? message : undefined
}

function isKnownLocale(locale: string | undefined): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
