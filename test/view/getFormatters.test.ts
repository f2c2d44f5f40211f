import { describe, expect, it, onTestFinished } from 'vitest'
import { getFormatters } from '../../src/view/getFormatters.ts'

describe('getFormatters', () => {
  it('creates the formatters of a locale once', () => {
    expect(getFormatters(['en-ZA'], false)).toBe(getFormatters(['en-ZA'], false))
  })

  it('has other formatters for server-rendered HTML', () => {
    const noon = Date.UTC(2026, 3, 7, 12)
    expect(getFormatters(['en-ZA'], true).formatTime(noon, noon)).toContain('UTC')
    expect(getFormatters(['en-ZA'], false).formatTime(noon, noon)).not.toContain('UTC')
  })

  it.each([-1, 1])(
    'adds the date to a time that is 12 hours or more from the reference (direction %i)',
    (sign) => {
      const { format, formatTime } = getFormatters(['en-IN'], false)
      const noon = Date.UTC(2026, 3, 7, 12)
      const halfDay = 12 * 3_600_000
      expect(formatTime(noon, noon + sign * halfDay)).toBe(format(new Date(noon)))
      expect(formatTime(noon, noon + sign * (halfDay - 1))).toBe(formatTime(noon, noon))
      expect(formatTime(noon, noon)).not.toContain('2026')
    },
  )

  it('keeps the formatters of at most 50 locales', () => {
    const first = getFormatters(['en-ZA'], false)
    for (let number = 0; number < 50; number++) getFormatters([`en-x-${number}`], false)
    expect(getFormatters(['en-ZA'], false)).not.toBe(first)
  })

  it('has digits if the browser has only the English words for a duration, as Chromium for Punjabi', () => {
    const { NumberFormat } = Intl
    onTestFinished(() => void (Intl.NumberFormat = NumberFormat))
    class EnglishUnits extends NumberFormat {
      constructor(locale: string, options: Intl.NumberFormatOptions) {
        super(options.style === 'unit' ? 'en' : locale, options)
      }
    }
    Intl.NumberFormat = EnglishUnits as typeof NumberFormat
    const format = (locale: string) => [5_000, 65_000].map(getFormatters([locale], false).formatDuration)
    expect(format('pa-x-en')).toEqual(['0:05', '1:05'])
    expect(format('EN-x-chromium')).toEqual(['5 seconds', '1 minute 5 seconds'])
  })

  it('has the words of the locale for a duration', () => {
    expect(getFormatters(['hi'], false).formatDuration(125_000)).toBe('2 मिनट 5 सेकंड')
  })

  it('has a date of digits if the browser has only numbers of months', () => {
    const noon = new Date(Date.UTC(2026, 3, 7, 12))
    expect(getFormatters(['rof'], false).format(noon)).toContain('07/04/2026')
    expect(getFormatters(['pa'], false).format(noon)).toContain('ਅਪ੍ਰੈ')
  })

  it('formats an invalid date as text instead of throwing', () => {
    const { format, formatTime } = getFormatters(['en-IN'], false)
    expect([format(new Date(NaN)), formatTime(1e20, 1e20)]).toEqual(['Invalid Date', 'Invalid Date'])
  })
})
