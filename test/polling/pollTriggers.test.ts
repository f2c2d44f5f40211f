import { describe, expect, it } from 'vitest'
import {
  canRetry,
  isLive,
  isOpen,
  pollsOnReturn,
  type ItrPhase,
} from '../../src/polling/ItrJobStatusResult.ts'

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

describe('pollTriggers', () => {
  it.each([
    ['isLive', isLive, ['connecting', 'initiated', 'processing']],
    ['pollsOnReturn', pollsOnReturn, ['connecting', 'initiated', 'processing', 'timed-out']],
    ['isOpen', isOpen, ['connecting', 'initiated', 'processing', 'timed-out', 'error']],
    ['canRetry', canRetry, ['timed-out', 'error']],
  ])('%s is true in the right phases only', (_, holds, expected) => {
    expect(phases.filter(holds)).toEqual(expected)
  })
})
