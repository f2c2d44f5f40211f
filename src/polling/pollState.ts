import type { ItrStatusError } from '../contract/ItrStatusError.ts'

/**
 * What react-query's state does not tell about a watched job: when the window opened, when the last request was, and how
 * the last ones failed. Times are epoch ms. Each function gives the record after one event; nothing else changes it.
 */
export interface PollState {
  readonly startedAt: number
  /** When the last request was sent or, since then, ended; `-Infinity` before the first of this window. */
  readonly lastAt: number
  /** When a check last settled, with an answer or an error; an aborted one does not settle. `-Infinity`: none has. */
  readonly settledAt: number
  /** Whether the last request, if there was one, was answered: neither failed, nor aborted, nor still out. */
  readonly isAnswered: boolean
  /** Failures in a row, of any kind. */
  readonly failures: number
  /** Doubtful failures in a row, uninterrupted by an answer or another kind. */
  readonly doubtful: number
  readonly error: ItrStatusError | null
  /** An obeyed `Retry-After`: no request before this. */
  readonly notBefore: number
}

/** A window that opens now. `answeredAt`: when an answer that is already there (a prefetched one) came. */
export function createPollState(startedAt: number, answeredAt = -Infinity): PollState {
  return {
    startedAt,
    lastAt: answeredAt,
    settledAt: -Infinity,
    isAnswered: true,
    failures: 0,
    doubtful: 0,
    error: null,
    notBefore: 0,
  }
}

/** A clock that was set back takes the window along, so that time spent waiting is never un-spent. */
export function requestAborted(record: PollState, now: number): PollState {
  const setBack = Math.max(0, record.lastAt - now)
  return {
    ...record,
    startedAt: record.startedAt - setBack,
    lastAt: now,
    settledAt: record.settledAt - setBack,
    notBefore: record.notBefore - setBack,
  }
}

export function requestSent(record: PollState, now: number): PollState {
  return { ...requestAborted(record, now), isAnswered: false }
}

export function requestAnswered(record: PollState, now: number): PollState {
  const { startedAt } = requestAborted(record, now)
  return { ...createPollState(startedAt, now), settledAt: now }
}

export function requestFailed(record: PollState, error: ItrStatusError, now: number): PollState {
  const held = record.error
  // An equal error is the same news: the object stays, and nobody renders again for it.
  const isSame = held?.message === error.message && held.retryAfter === error.retryAfter
  return {
    ...requestAborted(record, now),
    settledAt: now,
    failures: record.failures + 1,
    doubtful: error.kind === 'doubtful' ? record.doubtful + 1 : 0,
    error: isSame ? held : error,
    notBefore: now + (error.retryAfter ?? 0),
  }
}
