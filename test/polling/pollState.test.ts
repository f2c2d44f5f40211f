import { describe, expect, it } from 'vitest'
import {
  createPollState,
  getElapsedTime,
  jobSeen,
  requestAborted,
  requestFailed,
  requestSent,
  waitSkipped,
  windowReopened,
} from '../../src/polling/pollState.ts'
import { createJob, fail, httpError, networkError, succeed } from './events.ts'

const opened = createPollState(1_000)

describe('pollState', () => {
  it('starts without any event', () => {
    expect(opened).toEqual({
      firstStartedAt: 1_000,
      startedAt: 1_000,
      lastRequestAt: -Infinity,
      lastPollEndedAt: -Infinity,
      lastConclusivePollAt: -Infinity,
      failures: 0,
      doubtfulFailures: 0,
      error: null,
      retryNotBefore: 0,
      terminalJob: undefined,
    })
  })

  it('counts a poll when its response or its error arrives, not when it is sent or aborted', () => {
    const sent = requestSent(opened, 2_000)
    expect(sent).toMatchObject({ lastRequestAt: 2_000, lastPollEndedAt: -Infinity })
    expect(requestAborted(sent, 2_500, 0)).toMatchObject({
      lastRequestAt: 2_500,
      lastPollEndedAt: -Infinity,
    })
    expect(fail(sent, 3_000)).toMatchObject({ lastPollEndedAt: 3_000 })
    expect(succeed(sent, 3_000)).toMatchObject({ lastPollEndedAt: 3_000, lastConclusivePollAt: 3_000 })
  })

  it('holds the next request for the wait of an aborted one', () => {
    expect(requestAborted(requestSent(opened, 2_000), 2_500, 5_000).retryNotBefore).toBe(7_500)
    expect(requestAborted(requestSent(opened, 2_000), 2_500, 0).retryNotBefore).toBe(2_500)
  })

  it('keeps a Retry-After that is not over when a request is aborted', () => {
    const held = fail(opened, 2_000, httpError('transient', 30_000))
    expect(requestAborted(held, 2_500, 5_000).retryNotBefore).toBe(32_000)
  })

  it('forgets failures and Retry-After on a response', () => {
    const failed = fail(opened, 2_000, httpError('doubtful', 30_000), 2)
    expect(failed).toMatchObject({ failures: 2, doubtfulFailures: 2, retryNotBefore: 32_000 })
    expect(succeed(failed, 3_000)).toMatchObject({
      failures: 0,
      doubtfulFailures: 0,
      error: null,
      retryNotBefore: 0,
    })
  })

  it('restarts the count of doubtful failures on a failure of another kind', () => {
    const doubtful = fail(opened, 2_000, httpError('doubtful'), 2)
    expect(fail(doubtful, 3_000)).toMatchObject({ failures: 3, doubtfulFailures: 0 })
  })

  it('obeys the Retry-After of the last failure only', () => {
    const held = fail(opened, 2_000, httpError('transient', 30_000))
    expect(fail(held, 3_000).retryNotBefore).toBe(3_000)
  })

  it('keeps an equal error object, and replaces one of another status or Retry-After', () => {
    const first = httpError('transient', 7_000)
    const failed = fail(opened, 2_000, first)
    expect(fail(failed, 3_000, httpError('transient', 7_000)).error).toBe(first)
    for (const second of [httpError('transient', 7_000, 502), httpError('transient', 8_000)]) {
      expect(fail(failed, 3_000, second).error).toBe(second)
    }
  })

  it('does not count a failure without response while the browser reports offline', () => {
    const failed = fail(succeed(opened, 2_000), 3_000, httpError('doubtful'), 2)
    expect(requestFailed(failed, 4_000, networkError, false)).toMatchObject({
      error: networkError,
      failures: 0,
      doubtfulFailures: 2,
      lastPollEndedAt: 4_000,
      lastConclusivePollAt: 3_000,
    })
    expect(requestFailed(failed, 4_000, httpError('doubtful'), false)).toMatchObject({
      doubtfulFailures: 3,
      lastConclusivePollAt: 4_000,
    })
  })

  it('remembers a terminal job', () => {
    const job = createJob({ status: 'completed' })
    expect(succeed(opened, 2_000, job).terminalJob).toBe(job)
    expect(succeed(opened, 2_000).terminalJob).toBeUndefined()
  })

  it('keeps the first terminal job of the cache', () => {
    const job = createJob({ status: 'completed' })
    const polled = succeed(opened, 2_000)
    const ended = jobSeen(polled, job, 3_000)
    expect(ended).toEqual({ ...polled, terminalJob: job })
    expect(jobSeen(ended, createJob({ status: 'failed' }), 4_000)).toBe(ended)
    expect(jobSeen(polled, createJob(), 3_000)).toBe(polled)
    expect(jobSeen(opened, undefined, 0)).toBe(opened)
  })

  it('counts a job of the cache as a response only before the first request', () => {
    expect(jobSeen(opened, createJob(), 3_000)).toEqual({ ...opened, lastRequestAt: 3_000 })
    const sent = requestSent(opened, 2_000)
    expect(jobSeen(sent, createJob(), 3_000)).toBe(sent)
    const reopened = windowReopened(fail(opened, 2_000, networkError), 4_000)
    expect(jobSeen(reopened, createJob(), 3_000)).toBe(reopened)
  })

  it('opens a new window in which the job is as old as before', () => {
    const failed = fail(opened, 241_000, httpError('doubtful', 30_000), 3)
    expect(windowReopened(failed, 300_000)).toEqual({
      ...createPollState(300_000),
      firstStartedAt: 1_000,
      lastPollEndedAt: 241_000,
    })
  })

  it('lets the next request start at once', () => {
    const failed = fail(opened, 241_000, httpError('doubtful', 30_000), 3)
    expect(waitSkipped(failed)).toEqual({ ...failed, lastRequestAt: -Infinity, retryNotBefore: 0 })
  })

  it('moves all times back with the system clock', () => {
    const failed = fail(createPollState(1_000_000), 1_100_000, httpError('transient', 30_000))
    expect(requestSent(failed, 500_000)).toMatchObject({
      firstStartedAt: 400_000,
      startedAt: 400_000,
      lastRequestAt: 500_000,
      lastPollEndedAt: 500_000,
      lastConclusivePollAt: 500_000,
      retryNotBefore: 530_000,
    })
    expect(succeed(failed, 500_000)).toMatchObject({ firstStartedAt: 400_000, startedAt: 400_000 })
  })
})

describe('getElapsedTime', () => {
  const created_at = '2026-04-07T11:24:00Z'
  const updated_at = '2026-04-07T11:25:00Z'

  it.each([
    ['our own window without a job', undefined, 26_000, 25_000],
    ['our own window without timestamps', createJob(), 26_000, 25_000],
    ['our own window with one timestamp', createJob({ updated_at }), 26_000, 25_000],
    ['the timestamps if they say more', createJob({ created_at, updated_at }), 26_000, 60_000],
    ['our own window if that says more', createJob({ created_at, updated_at }), 86_000, 85_000],
  ])('counts from %s', (_, job, time, elapsed) => {
    expect(getElapsedTime(job, opened, time)).toBe(elapsed)
  })

  it('counts from the first window', () => {
    expect(getElapsedTime(undefined, windowReopened(opened, 300_000), 301_000)).toBe(300_000)
  })
})
