import { expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/transport/parseRetryAfter.ts'

const now = Date.parse('2026-04-07T11:24:00Z')

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
  // A date begins with the name of a day (RFC 9110 §5.6.7).
  ['07 Apr 2026 11:24:20 GMT', null],
  ['Tu, 07 Apr 2026 11:24:20 GMT', null],
  ['-5', null],
  ['2.5', null],
  ['5s', null],
  ['soon', null],
  ['', null],
  [null, null],
])('%j is %j ms', (header, ms) => {
  expect(parseRetryAfter(header, now)).toBe(ms)
})
