import { expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { untilAllowed, untilSent } from '../../src/polling/untilAllowed.ts'
import {
  createPollState,
  requestAborted,
  requestAnswered,
  requestFailed,
  requestSent,
} from '../../src/polling/pollState.ts'

const interval = { min: 5_000, max: 10_000 }
const job = parseItrJob({ job_id: 'j', status: 'processing' })
const busy = new ItrStatusError('http', 'transient', { status: 429, retryAfter: 30_000 })

it('nothing is held back before the first request', () => {
  expect(untilAllowed(createPollState(0), 5_000, 0)).toBeLessThanOrEqual(0)
})

it('interval.min is counted from the end of the last request, answered or aborted', () => {
  expect(untilAllowed(requestAnswered(createPollState(0), 1_000), 5_000, 2_000)).toBe(4_000)
  expect(untilAllowed(requestAborted(requestSent(createPollState(0), 500), 1_000), 5_000, 2_000)).toBe(4_000)
  expect(untilAllowed(requestAnswered(createPollState(0), 1_000), 5_000, 6_000)).toBe(0)
})

it('Retry-After is obeyed beyond that', () => {
  const record = requestFailed(createPollState(0), busy, 1_000)
  expect(untilAllowed(record, 5_000, 2_000)).toBe(29_000)
  expect(untilAllowed(record, 5_000, 31_000)).toBe(0)
})

it('a clock that was set back holds nothing back', () => {
  const record = requestFailed(createPollState(1_000_000), busy, 1_000_000)
  expect(untilAllowed(record, 5_000, 1_000)).toBe(0)
  // Nor does it later, when a request was sent by the new time and dropped.
  expect(untilAllowed(requestAborted(record, 1_000), 5_000, 1_000)).toBe(30_000)
})

it('a host’s own refetch of an answered job waits for Retry-After only; all else for interval.min too', () => {
  const answered = requestAnswered(createPollState(0), 1_000)
  expect(untilSent(job, answered, interval, 1_000)).toBeLessThanOrEqual(0)
  expect(untilSent(undefined, answered, interval, 1_000)).toBe(5_000)
  expect(untilSent(job, requestSent(answered, 2_000), interval, 2_000)).toBe(5_000)
  expect(untilSent(job, requestFailed(answered, busy, 2_000), interval, 2_000)).toBe(30_000)
  // Such waits react-query's own timer kept; a longer one it cannot.
  const longest = { min: 2 ** 31 - 1, max: 3e12 }
  expect(untilSent(job, answered, longest, 1_000)).toBeLessThanOrEqual(0)
  const century = { min: 3e12, max: 3e12 }
  expect(untilSent(job, answered, century, 1_000)).toBe(3e12)
})
