import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/internal/parseRetryAfter.ts'

const now = Date.parse('2026-04-07T11:24:00Z')

describe('parseRetryAfter', () => {
  it.each([
    ['5', 5_000],
    [' 5 ', 5_000],
    ['0', 0],
    ['60', 60_000],
    ['61', 60_000],
    ['99999999999999999999', 60_000],
    ['Tue, 07 Apr 2026 11:24:20 GMT', 20_000],
    ['Tue, 07 Apr 2026 12:24:20 GMT', 60_000],
    ['Tue, 07 Apr 2026 11:20:00 GMT', 0],
    ['Tuesday, 07-Apr-26 11:24:20 GMT', 20_000],
    // The asctime format has no zone and means UTC.
    ['Tue Apr  7 11:24:20 2026', 20_000],
  ])('reads %j as %j ms from now', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(now + ms)
  })

  it.each(['07 Apr 2026 11:24:20 GMT', 'Tu, 07 Apr 2026 11:24:20 GMT', '-5', '2.5', '5s', 'soon', '', null])(
    'returns null for %j',
    (header) => {
      expect(parseRetryAfter(header, now)).toBeNull()
    },
  )

  it('reads an asctime date as UTC in every time zone', () => {
    const zone = process.env.TZ
    process.env.TZ = 'Asia/Kolkata'
    expect(parseRetryAfter('Tue Apr  7 11:24:20 2026', now)).toBe(now + 20_000)
    process.env.TZ = zone
  })
})
