import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import {
  createPollState,
  requestAborted,
  requestAnswered,
  requestFailed,
  requestSent,
} from '../../src/polling/pollState.ts'

const failure = (status: number, retryAfter: number | null = null) =>
  new ItrStatusError('http', 'transient', { status, retryAfter })
const doubtful = new ItrStatusError('invalid_response', 'doubtful')

it('a window opens with nothing known', () => {
  expect(createPollState(1_000)).toEqual({
    startedAt: 1_000,
    lastAt: -Infinity,
    settledAt: -Infinity,
    isAnswered: true,
    failures: 0,
    doubtful: 0,
    error: null,
    notBefore: 0,
  })
})

it('a request that was sent is unanswered until its answer comes, and stays so when it is aborted', () => {
  const sent = requestSent(createPollState(0), 1_000)
  expect(sent).toMatchObject({ isAnswered: false, lastAt: 1_000, settledAt: -Infinity })
  expect(requestAborted(sent, 1_500)).toMatchObject({
    isAnswered: false,
    lastAt: 1_500,
    settledAt: -Infinity,
  })
  expect(requestAnswered(sent, 2_000)).toMatchObject({ isAnswered: true, lastAt: 2_000, settledAt: 2_000 })
  expect(requestFailed(sent, failure(503), 2_000)).toMatchObject({ isAnswered: false, settledAt: 2_000 })
})

it('an answer ends a row of failures', () => {
  const failed = requestFailed(
    requestFailed(createPollState(0), doubtful, 1_000),
    failure(503, 30_000),
    2_000,
  )
  expect(failed).toMatchObject({ failures: 2, notBefore: 32_000 })
  expect(requestAnswered(failed, 3_000)).toEqual({
    ...createPollState(0),
    lastAt: 3_000,
    settledAt: 3_000,
  })
})

it('doubtful failures are counted in a row, which a failure of another kind ends', () => {
  let record = requestFailed(requestFailed(createPollState(0), doubtful, 1_000), doubtful, 2_000)
  expect(record).toMatchObject({ failures: 2, doubtful: 2 })
  record = requestFailed(record, failure(503), 3_000)
  expect(record).toMatchObject({ failures: 3, doubtful: 0 })
})

it('a Retry-After holds from when it came, and only until an answer without one', () => {
  const held = requestFailed(createPollState(0), failure(429, 30_000), 1_000)
  expect(held.notBefore).toBe(31_000)
  expect(requestFailed(held, failure(429), 2_000).notBefore).toBeLessThanOrEqual(2_000)
})

describe('an error', () => {
  const first = failure(503, 7_000)
  const record = requestFailed(createPollState(0), first, 1_000)

  it('stays the same object for as long as it says the same', () => {
    expect(requestFailed(record, failure(503, 7_000), 2_000).error).toBe(first)
  })

  it('is another one where status or Retry-After differ', () => {
    for (const second of [failure(502, 7_000), failure(503, 8_000), failure(503)]) {
      expect(requestFailed(record, second, 2_000).error).toBe(second)
    }
  })
})

it('a clock that is set back takes all the times of the window along', () => {
  const record = requestFailed(createPollState(1_000_000), failure(429, 30_000), 1_100_000)
  expect(requestAborted(record, 500_000)).toMatchObject({
    startedAt: 400_000,
    lastAt: 500_000,
    settledAt: 500_000,
    notBefore: 530_000,
  })
})
