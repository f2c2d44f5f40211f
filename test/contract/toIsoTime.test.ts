import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toIsoTime } from '../../src/contract/toIsoTime.ts'

afterEach(() => void vi.unstubAllEnvs())

const timeZones = ['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe']

describe('toIsoTime', () => {
  it.each([
    ['2026-04-07T11:24:14.383000', '2026-04-07T11:24:14.383Z'],
    ['2026-04-07T11:24:14', '2026-04-07T11:24:14.000Z'],
    ['2026-04-07 11:24:14.5', '2026-04-07T11:24:14.500Z'],
    ['2026-04-07T11:24', '2026-04-07T11:24:00.000Z'],
    ['2026-04-07T11:24:14.123456789Z', '2026-04-07T11:24:14.123Z'],
    ['2024-11-15T10:22:00+05:30', '2024-11-15T04:52:00.000Z'],
    ['2024-11-15T10:22:00.75-08:00', '2024-11-15T18:22:00.750Z'],
    [' 2024-11-15T10:22:00Z\n', '2024-11-15T10:22:00.000Z'],
    ['2024-02-29T00:00:00', '2024-02-29T00:00:00.000Z'],
    // These do not exist in the local time of Lord Howe and New York.
    ['2024-10-06T02:15:00', '2024-10-06T02:15:00.000Z'],
    ['2024-03-10T02:30:00', '2024-03-10T02:30:00.000Z'],
  ])('reads %s as %s in every time zone', (text, time) => {
    const offsets = timeZones.map((zone) => {
      vi.stubEnv('TZ', zone)
      expect(toIsoTime(text), zone).toBe(time)
      return new Date(0).getTimezoneOffset()
    })
    expect(new Set(offsets).size).toBe(timeZones.length)
  })

  it.each([
    '',
    'yesterday',
    '2026-04-07',
    '2026-4-7T11:24:14',
    '26-04-07T11:24:14',
    '2026-02-30T11:24:14',
    '2026-13-07T11:24:14',
    '2026-04-00T11:24:14',
    '2026-04-07T25:24:14',
    '2026-04-07T11:60:14',
    '2026-04-07T11:24:60',
    '2026-04-07T11:24:14+05',
    '2026-04-07T11:24:14+99:00',
    '2026-04-07T11:24:14 IST',
    // In UTC these have no year of four digits.
    '9999-12-31T23:59:59-05:00',
    '0000-01-01T00:00:00+05:00',
    '2026-04-07T11:24:14+0530',
    '2026-04-07T11:24:14,25',
    '2026-04-07T11:24:14z',
    '2026-04-07T11:24Z11:24',
    '2026-04-07T11:24:14.Z',
    '2026-04-07T11:24:14Z2026-04-07T11:24:14Z',
    '+2026-04-07T11:24:14Z',
  ])('returns null for %j', (text) => {
    expect(toIsoTime(text)).toBeNull()
  })

  it('reads every time of toISOString(), with and without its Z', () => {
    const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (time) => {
        expect(toIsoTime(time.toISOString())).toBe(time.toISOString())
        expect(toIsoTime(time.toISOString().slice(0, -1))).toBe(time.toISOString())
      }),
    )
  })
})
