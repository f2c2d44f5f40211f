import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import type { ItrJob } from '../../src/contract/ItrJob.ts'
import { describeWatch, type WatchView } from '../../src/polling/describeWatch.ts'
import {
  createPollState,
  requestAnswered,
  requestFailed,
  type PollState,
} from '../../src/polling/pollState.ts'
import { itrResult } from '../../src/testing/itrResult.ts'

const { job } = itrResult('processing')
const { job: completed } = itrResult('completed')
const error = new ItrStatusError('http', 'transient', { status: 503 })
const permanent = new ItrStatusError('http', 'permanent', { status: 404 })

const fresh = createPollState(1_000)
const answered = requestAnswered(fresh, 2_000)
const failed = requestFailed(answered, error, 3_000)
const timedOut = requestFailed(answered, error, 241_000)
const refused = requestFailed(answered, permanent, 3_000)

const watching: WatchView = { enabled: true, timeout: 240_000, isOnline: true }
const offline = { ...watching, isOnline: false }
const away = { ...watching, enabled: false }
const awayOffline = { ...offline, enabled: false }

describe.each<
  [string, ItrJob | undefined, PollState | undefined, WatchView, Partial<ReturnType<typeof describeWatch>>]
>([
  ['nothing known', undefined, undefined, away, { phase: 'idle', startedAt: null }],
  ['a prefetched job', job, undefined, away, { phase: 'processing', job, startedAt: null }],
  [
    'no answer yet',
    undefined,
    fresh,
    watching,
    { phase: 'connecting', job: undefined, error: null, startedAt: 1_000, connection: 'ok', isPolling: true },
  ],
  [
    'no answer yet, and a failure',
    undefined,
    failed,
    watching,
    { phase: 'connecting', error, connection: 'reconnecting', isPolling: true },
  ],
  [
    'no answer yet, not enabled',
    undefined,
    failed,
    away,
    { phase: 'idle', error: null, connection: 'ok', isPolling: false },
  ],
  [
    'an answer',
    job,
    answered,
    watching,
    { phase: 'processing', job, error: null, connection: 'ok', isPolling: true },
  ],
  [
    'an answer, then a failure',
    job,
    failed,
    watching,
    { phase: 'processing', job, error, connection: 'reconnecting', isPolling: true },
  ],
  [
    'an answer, then no network',
    job,
    failed,
    offline,
    { phase: 'processing', error, connection: 'offline', isPolling: true },
  ],
  [
    'an answer, not enabled any more',
    job,
    failed,
    away,
    { phase: 'processing', job, error, connection: 'ok', isPolling: false },
  ],
  ['an answer, not enabled any more, offline', job, answered, awayOffline, { connection: 'ok' }],
  [
    'a window that closed',
    job,
    timedOut,
    watching,
    { phase: 'timed-out', job, error, connection: 'ok', isPolling: false },
  ],
  ['a window that closed, offline', job, timedOut, offline, { phase: 'timed-out', connection: 'offline' }],
  [
    'a permanent error',
    job,
    refused,
    offline,
    { phase: 'error', job, error: permanent, connection: 'ok', isPolling: false },
  ],
  [
    'a terminal job',
    completed,
    failed,
    offline,
    { phase: 'completed', job: completed, error: null, connection: 'ok', isPolling: false },
  ],
])('%s', (_, known, record, view, description) => {
  it('is described as it is', () => {
    expect(describeWatch(known, record, view)).toMatchObject(description)
  })
})

describe('a watch is delayed', () => {
  const isDelayed = (known: ItrJob | undefined, record: PollState, timeout = 240_000) =>
    describeWatch(known, record, { ...watching, timeout }).isDelayed

  it('from the first check that settles at 90 s', () => {
    expect(isDelayed(job, requestAnswered(fresh, 90_999))).toBe(false)
    expect(isDelayed(job, requestAnswered(fresh, 91_000))).toBe(true)
    expect(isDelayed(undefined, requestFailed(fresh, error, 91_000))).toBe(true)
  })

  it('only while it goes on', () => {
    expect(isDelayed(completed, requestAnswered(fresh, 91_000))).toBe(false)
    expect(isDelayed(job, requestAnswered(fresh, 91_000), 90_000)).toBe(false)
    expect(describeWatch(job, undefined, away).isDelayed).toBe(false)
  })
})
