import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { isLive, phaseOf } from '../../src/polling/phaseOf.ts'
import {
  createPollState,
  requestAnswered,
  requestFailed,
  type PollState,
} from '../../src/polling/pollState.ts'

const job = (status: string) => parseItrJob({ job_id: 'j', status })
const TIMEOUT = 1_000

const fresh = createPollState(0)
const answered = (at: number) => requestAnswered(fresh, at)
const failed = (kind: 'transient' | 'doubtful' | 'permanent', at: number, times = 1) =>
  Array.from({ length: times }).reduce<PollState>(
    (record) => requestFailed(record, new ItrStatusError('http', kind, { status: 500 }), at),
    fresh,
  )

describe('what is known amounts to', () => {
  it.each([
    ['connecting', undefined, fresh],
    ['connecting', undefined, failed('transient', 10, 99)],
    ['connecting', undefined, failed('doubtful', 10, 2)],
    ['processing', job('processing'), fresh],
    ['initiated', job('initiated'), answered(999)],
    ['timed-out', job('initiated'), answered(1_000)],
    ['timed-out', undefined, failed('transient', 1_000)],
    ['error', undefined, failed('doubtful', 10, 3)],
    ['error', job('processing'), failed('permanent', 10)],
    ['error', job('processing'), failed('permanent', 5_000)],
    ['error', undefined, failed('doubtful', 5_000, 3)],
    ['completed', job('completed'), failed('permanent', 5_000)],
    ['failed', job('failed'), answered(5_000)],
  ])('%s', (phase, known, record) => {
    expect(phaseOf(known, record, TIMEOUT)).toBe(phase)
  })
})

it('further checks come by themselves until there is an outcome', () => {
  const phases: ItrPhase[] = [
    'idle',
    'connecting',
    'initiated',
    'processing',
    'completed',
    'failed',
    'timed-out',
    'error',
  ]
  expect(phases.filter(isLive)).toEqual(['connecting', 'initiated', 'processing'])
})
