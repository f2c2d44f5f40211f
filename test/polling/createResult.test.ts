import { describe, expect, it } from 'vitest'
import type { ItrJob } from '../../src/contract/ItrJob.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { createResult } from '../../src/polling/createResult.ts'
import { derivePhase } from '../../src/polling/derivePhase.ts'
import { createPollState, requestFailed, type PollState } from '../../src/polling/pollState.ts'
import { createJob, fail, httpError, networkError, succeed } from './events.ts'

const opened = createPollState(0)
const job = createJob()
const completed = createJob({ status: 'completed' })

describe('derivePhase', () => {
  it.each<[string, ItrJob | undefined, PollState]>([
    ['connecting', undefined, opened],
    ['connecting', undefined, fail(opened, 10, httpError('transient'), 99)],
    ['connecting', undefined, fail(opened, 10, httpError('doubtful'), 2)],
    ['connecting', undefined, requestFailed(opened, 1_000, networkError, false)],
    ['processing', job, opened],
    ['initiated', createJob({ status: 'initiated' }), succeed(opened, 999)],
    ['timed-out', job, succeed(opened, 1_000)],
    ['timed-out', job, requestFailed(succeed(opened, 1_000), 1_100, networkError, false)],
    ['timed-out', undefined, fail(opened, 1_000)],
    ['error', undefined, fail(opened, 10, httpError('doubtful'), 3)],
    ['error', job, fail(opened, 5_000, httpError('permanent'))],
    ['error', job, requestFailed(fail(opened, 10, httpError('permanent')), 20, networkError, false)],
    ['error', job, requestFailed(fail(opened, 10, httpError('doubtful'), 3), 20, networkError, false)],
    ['completed', completed, fail(opened, 5_000, httpError('permanent'))],
    ['completed', job, succeed(opened, 5_000, completed)],
    ['failed', createJob({ status: 'failed' }), succeed(opened, 5_000)],
  ])('returns %s', (phase, data, state) => {
    expect(derivePhase(data, state, 1_000)).toBe(phase)
  })
})

const typicalDuration = { min: 30_000, max: 90_000 }
const watcher = {
  jobId: 'j',
  enabled: true,
  timeout: 240_000,
  typicalDuration,
  retry: () => {},
  isOnline: true,
}
const unending = { ...watcher, timeout: Number.MAX_SAFE_INTEGER }
const disabled = { ...watcher, enabled: false }
const error = httpError('transient')
const permanent = httpError('permanent')
const responded = succeed(opened, 1_000)
const failed = fail(responded, 2_000, error)
const first = fail(opened, 1_000, error)
const closed = fail(responded, 241_000, error)
const refused = fail(responded, 2_000, permanent)
const ended = { phase: 'completed', job: completed, error: null, isPolling: false }

describe('createResult', () => {
  it.each([
    ['nothing known', undefined, undefined, disabled, { phase: 'idle', startedAt: null, deadlineAt: null }],
    ['a prefetched job', job, undefined, disabled, { phase: 'processing', job, startedAt: null }],
    ['a later start', undefined, createPollState(5_000), watcher, { startedAt: 5_000, deadlineAt: 245_000 }],
    ['no response yet', undefined, opened, watcher, { phase: 'connecting', startedAt: 0, isPolling: true }],
    ['a failure first', undefined, first, watcher, { phase: 'connecting', error }],
    ['a failure first, disabled', undefined, first, disabled, { phase: 'idle', error: null }],
    ['a response', job, responded, watcher, { phase: 'processing', job, error: null, deadlineAt: 240_000 }],
    ['a failure', job, failed, watcher, { phase: 'processing', job, error, isPolling: true }],
    ['a failure, disabled', job, failed, disabled, { phase: 'processing', error, isPolling: false }],
    ['no deadline', job, responded, { ...watcher, timeout: Infinity }, { deadlineAt: null }],
    ['the last valid deadline', job, responded, { ...watcher, timeout: 8.64e15 }, { deadlineAt: 8.64e15 }],
    ['a deadline that no Date can hold', job, responded, unending, { deadlineAt: null }],
    ['a closed window', job, closed, watcher, { phase: 'timed-out', job, error, isPolling: false }],
    ['a permanent error', job, refused, watcher, { phase: 'error', job, error: permanent }],
    ['a terminal job', completed, failed, watcher, ended],
    ['an older status over a terminal job', job, succeed(opened, 1_000, completed), watcher, ended],
  ])('returns the result for %s', (_, data, state, options, fields) => {
    expect(createResult(data, state, options)).toMatchObject(fields)
  })

  it('is delayed from the first poll that ends at typicalDuration.max, while the phase is live', () => {
    const isDelayed = (data: ItrJob | undefined, state: PollState | undefined, options = watcher) =>
      createResult(data, state, options).isDelayed
    expect(isDelayed(job, succeed(opened, 89_999))).toBe(false)
    expect(isDelayed(job, succeed(opened, 90_000))).toBe(true)
    expect(isDelayed(undefined, fail(opened, 90_000))).toBe(true)
    expect(isDelayed(undefined, requestFailed(opened, 90_000, networkError, false))).toBe(true)
    expect(
      isDelayed(job, succeed(opened, 20_000), { ...watcher, typicalDuration: { min: 1, max: 20_000 } }),
    ).toBe(true)
    expect(isDelayed(completed, succeed(opened, 90_000))).toBe(false)
    expect(isDelayed(job, succeed(opened, 90_000), { ...watcher, timeout: 80_000 })).toBe(false)
    expect(isDelayed(job, undefined, disabled)).toBe(false)
  })
})

describe('createResult: connection', () => {
  const timeout = new ItrStatusError('timeout', 'transient')
  const unreachable = fail(responded, 2_000, networkError)

  it.each<[string, string, string, ItrJob | undefined, PollState | undefined]>([
    // state, connection while online, connection while the browser reports offline
    ['the time before a response', 'ok', 'offline', undefined, opened],
    ['a response', 'ok', 'ok', job, responded],
    ['a failure with a response', 'reconnecting', 'reconnecting', job, failed],
    ['a failure without a response', 'reconnecting', 'offline', job, unreachable],
    ['a request timeout', 'reconnecting', 'offline', job, fail(responded, 2_000, timeout)],
    ['timed-out', 'ok', 'ok', job, closed],
    ['timed-out without a response', 'ok', 'offline', job, fail(responded, 241_000, networkError)],
    ['error', 'ok', 'ok', undefined, fail(opened, 1_000, permanent)],
    ['completed', 'ok', 'ok', completed, unreachable],
    ['idle', 'ok', 'ok', undefined, undefined],
  ])('reports %s as %s, or as %s while the browser reports offline', (_, online, offline, data, state) => {
    const connection = (options: typeof watcher) => createResult(data, state, options).connection
    expect(connection(watcher)).toBe(online)
    expect(connection({ ...watcher, isOnline: false })).toBe(offline)
    expect(connection({ ...disabled, isOnline: false })).toBe('ok')
  })
})
