import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { nextCheck } from '../../src/polling/nextCheck.ts'
import { createPollState, requestAnswered, requestFailed, requestSent } from '../../src/polling/pollState.ts'

const options = { interval: { min: 5_000, max: 10_000 }, timeout: 240_000 }
const data = parseItrJob({ job_id: 'j', status: 'processing' })
const state = { data, fetchStatus: 'idle' as const }
const failure = (retryAfter: number | null = null) =>
  new ItrStatusError('http', 'transient', { status: 503, retryAfter })

describe('the wait until the next check', () => {
  it.each([
    [0, 10_000],
    [29_999, 10_000],
    [30_000, 5_000],
    [90_000, 5_000],
    [120_000, 7_500],
    [150_000, 10_000],
    [225_000, 10_000],
    [234_000, 6_000], // cut: the deadline is at 240 s
    [238_000, 5_000], // but not below interval.min
  ])('after an answer at %i ms is %i ms', (at, wait) => {
    expect(nextCheck(state, requestAnswered(createPollState(0), at), options, at)).toBe(wait)
  })

  it('is the longest while a request is out, and none for what is settled, timed out or an error', () => {
    const record = requestAnswered(createPollState(0), 40_000)
    expect(nextCheck({ ...state, fetchStatus: 'fetching' }, record, options, 40_000)).toBe(10_000)
    expect(nextCheck({ ...state, fetchStatus: 'paused' }, record, options, 40_000)).toBe(10_000)
    expect(nextCheck({ ...state, data: { ...data, status: 'completed' } }, record, options, 40_000)).toBe(
      false,
    )
    expect(nextCheck(state, requestAnswered(record, 240_000), options, 240_000)).toBe(false)
    const permanent = requestFailed(record, new ItrStatusError('http', 'permanent', { status: 404 }), 41_000)
    expect(nextCheck(state, permanent, options, 41_000)).toBe(false)
  })

  it('is measured from what happened, not from when it is asked', () => {
    const record = requestAnswered(createPollState(0), 25_000)
    for (const now of [25_000, 28_000, 31_000, 34_999]) {
      expect(now + (nextCheck(state, record, options, now) as number)).toBe(35_000)
    }
  })

  it('is never zero, which react-query takes for "off": what is overdue is asked now', () => {
    expect(nextCheck(state, requestAnswered(createPollState(0), 1_000), options, 50_000)).toBe(1)
    expect(nextCheck(state, createPollState(0), options, 0)).toBe(1)
  })

  it('doubles with each failure, up to interval.max, and obeys Retry-After beyond it', () => {
    let record = requestFailed(createPollState(0), failure(), 1_000)
    expect(nextCheck(state, record, options, 1_000)).toBe(5_000)
    record = requestFailed(record, failure(), 7_000)
    expect(nextCheck(state, record, options, 7_000)).toBe(10_000)
    for (let i = 0; i < 2_000; i++) record = requestFailed(record, failure(), 8_000)
    expect(nextCheck(state, record, options, 8_000)).toBe(10_000)
    expect(nextCheck(state, requestFailed(record, failure(42_000), 9_000), options, 9_000)).toBe(42_000)
  })

  it('asks at once when the clock was set back, and the window keeps its age', () => {
    const record = requestAnswered(createPollState(1_000_000), 1_100_000)
    expect(nextCheck(state, record, options, 500_000)).toBe(1)
    expect(requestSent(record, 500_000)).toMatchObject({ startedAt: 400_000, lastAt: 500_000 })
  })

  it('is at most what a timer can hold, whether a request is out or not', () => {
    const patient = { interval: { min: 5_000, max: 3e12 }, timeout: Infinity }
    const record = requestAnswered(createPollState(0), 1_000)
    expect(nextCheck(state, record, patient, 1_000)).toBe(2 ** 31 - 1)
    expect(nextCheck({ ...state, fetchStatus: 'fetching' }, record, patient, 1_000)).toBe(2 ** 31 - 1)
  })

  it('stays within the bounds for any window, answer and moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 2 ** 33 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 6 }),
        (min, more, timeout, at, later, failures) => {
          const interval = { min, max: min + more }
          let record = requestAnswered(createPollState(0), at)
          for (let i = 0; i < failures; i++) record = requestFailed(record, failure(), at)
          const wait = nextCheck(state, record, { interval, timeout }, at + later)
          if (at >= timeout) {
            expect(wait).toBe(false)
            return
          }
          const due = later + (wait as number)
          expect(due).toBeGreaterThanOrEqual(min)
          expect(due).toBeLessThanOrEqual(Math.max(interval.max, later + 1))
          expect(wait).toBeLessThanOrEqual(2 ** 31 - 1)
        },
      ),
    )
  })
})
