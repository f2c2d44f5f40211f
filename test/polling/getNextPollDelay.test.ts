import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  getNextPollDelay,
  getThrottleDelay,
  type PollingOptions,
} from '../../src/polling/getNextPollDelay.ts'
import { createPollState, requestAborted, requestFailed, requestSent } from '../../src/polling/pollState.ts'
import { createJob, fail, httpError, networkError, succeed } from './events.ts'

const options: PollingOptions = {
  interval: { min: 5_000, max: 10_000 },
  timeout: 240_000,
  typicalDuration: { min: 30_000, max: 90_000 },
}
const job = createJob()
const idle = { data: job, fetchStatus: 'idle' } as const
const opened = createPollState(0)

describe('getNextPollDelay', () => {
  it.each([
    [0, 10_000],
    [29_999, 10_000],
    [30_000, 5_000],
    [90_000, 5_000],
    [120_000, 7_500],
    [150_000, 10_000],
    [225_000, 10_000],
    [234_000, 6_000], // cut, so that the poll falls on the deadline at 240 s
    [238_000, 5_000], // but not below interval.min
  ])('waits after a response at %i ms for %i ms', (time, wait) => {
    expect(getNextPollDelay(idle, succeed(opened, time), options, time)).toBe(wait)
  })

  it('follows the typicalDuration', () => {
    const typicalDuration = { min: 10_000, max: 20_000 }
    const after = (time: number) =>
      getNextPollDelay(idle, succeed(opened, time), { ...options, typicalDuration }, time)
    expect([9_999, 10_000, 20_000, 50_000].map(after)).toEqual([10_000, 5_000, 5_000, 7_500])
  })

  it('waits for interval.max while a request is in flight', () => {
    for (const fetchStatus of ['fetching', 'paused'] as const)
      expect(getNextPollDelay({ ...idle, fetchStatus }, succeed(opened, 40_000), options, 40_000)).toBe(
        10_000,
      )
  })

  it('returns false for a terminal job, a closed window and a permanent error', () => {
    const state = succeed(opened, 40_000)
    const data = createJob({ status: 'completed' })
    expect(getNextPollDelay({ ...idle, data }, state, options, 40_000)).toBe(false)
    expect(getNextPollDelay({ ...idle, data }, succeed(opened, 40_000, data), options, 40_000)).toBe(false)
    expect(getNextPollDelay(idle, succeed(opened, 240_000), options, 240_000)).toBe(false)
    expect(getNextPollDelay(idle, fail(state, 41_000, httpError('permanent')), options, 41_000)).toBe(false)
  })

  it('is 1 if an older status has replaced the terminal job in the cache', () => {
    const state = succeed(opened, 40_000, createJob({ status: 'completed' }))
    expect(getNextPollDelay(idle, state, options, 40_000)).toBe(1)
    expect(getNextPollDelay({ ...idle, fetchStatus: 'fetching' }, state, options, 40_000)).toBe(10_000)
  })

  it('depends on past events, not on the time of the call', () => {
    const state = succeed(opened, 25_000)
    for (const now of [25_000, 28_000, 34_999])
      expect(now + (getNextPollDelay(idle, state, options, now) as number)).toBe(35_000)
  })

  it('is at least 1, because react-query takes 0 for off', () => {
    expect(getNextPollDelay(idle, succeed(opened, 1_000), options, 50_000)).toBe(1)
    expect(getNextPollDelay(idle, opened, options, 0)).toBe(1)
  })

  it('doubles with each failure up to interval.max, and obeys Retry-After beyond it', () => {
    const after = (failures: number, error = httpError('transient')) =>
      getNextPollDelay(idle, fail(opened, 1_000, error, failures), options, 1_000)
    expect([1, 2, 3, 2_000].map((failures) => after(failures))).toEqual([5_000, 10_000, 10_000, 10_000])
    expect(after(1, httpError('transient', 42_000))).toBe(42_000)
  })

  it('is interval.max after a poll that failed offline', () => {
    const offline = requestFailed(fail(opened, 40_000), 45_000, networkError, false)
    expect(getNextPollDelay(idle, offline, options, 45_000)).toBe(10_000)
  })

  it.each([240_000, 243_000])('is not cut to the deadline after a poll failed offline at %i ms', (time) => {
    const offline = requestFailed(succeed(opened, 238_000), time, networkError, false)
    expect(getNextPollDelay(idle, offline, options, time)).toBe(10_000)
  })

  it('polls now if the system clock moved back', () => {
    expect(getNextPollDelay(idle, succeed(createPollState(1_000_000), 1_100_000), options, 500_000)).toBe(1)
  })

  it('stays within its bounds for any window, response and time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 2 ** 33 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 6 }),
        (min, more, timeout, time, later, failures) => {
          const interval = { min, max: min + more }
          const state = fail(succeed(opened, time), time, httpError('transient'), failures)
          const wait = getNextPollDelay(idle, state, { ...options, interval, timeout }, time + later)
          const fetching = { ...idle, fetchStatus: 'fetching' } as const
          if (time >= timeout) {
            expect(wait).toBe(false)
            return
          }
          const due = later + (wait as number)
          expect(due).toBeGreaterThanOrEqual(min)
          expect(due).toBeLessThanOrEqual(Math.max(interval.max, later + 1))
          expect(wait).toBeLessThanOrEqual(2 ** 31 - 1)
          expect(getNextPollDelay(fetching, state, { ...options, interval, timeout }, time)).toBe(
            Math.min(interval.max, 2 ** 31 - 1),
          )
        },
      ),
    )
  })
})

const busy = httpError('transient', 30_000, 429)

describe('getThrottleDelay', () => {
  it('is 0 or less before the first request', () => {
    expect(getThrottleDelay(opened, 5_000, 0)).toBeLessThanOrEqual(0)
  })

  it('counts interval.min from the end of the last request, successful or aborted', () => {
    expect(getThrottleDelay(succeed(opened, 1_000), 5_000, 2_000)).toBe(4_000)
    expect(getThrottleDelay(requestAborted(requestSent(opened, 500), 1_000, 0), 5_000, 2_000)).toBe(4_000)
    expect(getThrottleDelay(succeed(opened, 1_000), 5_000, 6_000)).toBe(0)
  })

  it('obeys Retry-After beyond that', () => {
    const state = fail(opened, 1_000, busy)
    expect(getThrottleDelay(state, 5_000, 2_000)).toBe(29_000)
    expect(getThrottleDelay(state, 5_000, 31_000)).toBe(0)
  })

  it('is 0 if the system clock moved back', () => {
    const state = fail(createPollState(1_000_000), 1_000_000, busy)
    expect(getThrottleDelay(state, 5_000, 1_000)).toBe(0)
    expect(getThrottleDelay(requestSent(state, 1_000), 5_000, 1_000)).toBe(30_000)
  })
})
