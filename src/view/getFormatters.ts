export type ItrValue = string | number | Date

export interface ItrFormatters {
  /** Formats a number or a date for the locale. */
  format: (value: ItrValue) => string
  /** Formats the time of day of an instant, with its date if it is 12 hours or more from `reference`. Both in epoch ms. */
  formatTime: (instant: number, reference: number) => string
  /** Formats a duration in ms: "40 seconds", "2 minutes 5 seconds". "2:05" if the browser lacks the words. */
  formatDuration: (ms: number) => string
}

/** `timeZoneName` cannot be combined with `dateStyle` (ECMA-402). */
const serverClock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const
const serverTime = { ...serverClock, day: 'numeric', month: 'short', year: 'numeric' } as const
const viewerClock = { timeStyle: 'short' } as const

/** At this distance, in ms, a time of day is ambiguous. */
const HALF_DAY_MS = 12 * 60 * 60_000

/** Bounds the memory of a server on which each person chooses a locale. */
const MAX_LOCALES = 50

const formatters = new Map<string, ItrFormatters>()

/**
 * Returns the formatters of the first known locale. They are kept, since creating them takes longer than rendering the widget.
 *
 * @param isServerHtml if true, formats times in UTC and names the zone, because a server does not know the viewer's
 */
export function getFormatters(
  locales: readonly (string | undefined)[],
  isServerHtml: boolean,
): ItrFormatters {
  const key = [...locales, isServerHtml].join()
  const kept = formatters.get(key)
  if (kept) return kept
  const created = createFormatters(locales.find(isKnownLocale) ?? 'en-IN', isServerHtml)
  if (formatters.size >= MAX_LOCALES) formatters.clear()
  formatters.set(key, created)
  return created
}

function createFormatters(locale: string, isServerHtml: boolean): ItrFormatters {
  const createDateFormatter = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, options)
    // The formatter throws for an invalid date.
    return (date: Date) => (Number.isNaN(+date) ? String(date) : formatter.format(date))
  }
  const createUnitFormatter = (unit: 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })

  // Chromium knows Punjabi, but has no month names and units for it: it writes "2023 M11 14" and "26 seconds".
  const month = new Intl.DateTimeFormat(locale, { month: 'short' }).format(0)
  const dateStyle = /M\d/.test(month) ? 'short' : 'medium'
  const formatDate = createDateFormatter(isServerHtml ? serverTime : { ...viewerClock, dateStyle })
  const formatClock = createDateFormatter(isServerHtml ? serverClock : viewerClock)
  const minutes = createUnitFormatter('minute')
  const seconds = createUnitFormatter('second')
  const hasUnits = /^en/i.test(locale) || !seconds.format(0).includes('seconds')
  return {
    format: (value) => (value instanceof Date ? formatDate(value) : value.toLocaleString(locale)),
    formatTime: (instant, reference) =>
      (Math.abs(instant - reference) < HALF_DAY_MS ? formatClock : formatDate)(new Date(instant)),
    formatDuration: (ms) => {
      const total = Math.floor(ms / 1000)
      const [wholeMinutes, rest] = [Math.floor(total / 60), total % 60]
      if (!hasUnits) return `${wholeMinutes}:${String(rest).padStart(2, '0')}`
      const inSeconds = seconds.format(rest)
      return wholeMinutes ? `${minutes.format(wholeMinutes)} ${inSeconds}` : inSeconds
    },
  }
}

function isKnownLocale(locale: string | undefined): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
