import { describe, expect, it } from 'vitest'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { reconcileItrJob } from '../../src/contract/reconcileItrJob.ts'

const at = (seconds: number) => `2026-04-07T11:24:${String(seconds).padStart(2, '0')}.000Z`
const job = (fields: Partial<ItrJob> = {}): ItrJob => ({
  ...parseItrJob({ job_id: 'itr_1', status: 'processing', updated_at: at(10) }),
  ...fields,
})

describe('reconcileItrJob', () => {
  it('returns the first response as it is', () => {
    const next = job()
    expect(reconcileItrJob(undefined, next)).toBe(next)
  })

  it.each(['completed', 'failed'] as const)('keeps a job that is %s', (status) => {
    const previous = job({ status })
    for (const next of [
      job({ updatedAt: at(59) }),
      job({ status: 'completed', updatedAt: at(59) }),
      job({ status: 'failed', pan: 'ABCDE****F' }),
    ]) {
      expect(reconcileItrJob(previous, next)).toBe(previous)
    }
  })

  it.each(['completed', 'failed'] as const)('takes %s, even from an older response', (status) => {
    const next = job({ status, updatedAt: at(1) })
    expect(reconcileItrJob(job(), next)).toEqual(next)
  })

  it('ignores an older response', () => {
    const previous = job()
    const next = job({ updatedAt: at(9), currentStep: 'b', stepsCompleted: ['a'] })
    expect(reconcileItrJob(previous, next)).toBe(previous)
  })

  it('takes a response of the same time or of an unknown time', () => {
    for (const [before, after] of [
      [at(10), at(10)],
      [at(10), null],
      [null, at(1)],
    ]) {
      const next = job({ updatedAt: after, currentStep: 'b' })
      expect(reconcileItrJob(job({ updatedAt: before }), next)).toMatchObject({ currentStep: 'b' })
    }
  })

  it('keeps the known time when a response has none, and compares the next response with it', () => {
    const previous = reconcileItrJob(job(), job({ updatedAt: null, currentStep: 'b' }))
    expect(previous.updatedAt).toBe(at(10))
    expect(reconcileItrJob(previous, job({ updatedAt: at(9), currentStep: 'a' }))).toBe(previous)
  })

  it('keeps the known creation time when a response has none', () => {
    const previous = job({ createdAt: at(1) })
    expect(reconcileItrJob(previous, job({ updatedAt: at(11) })).createdAt).toBe(at(1))
  })

  it('does not return from processing to initiated, but takes the other fields', () => {
    const previous = job({ reportedStatus: 'queued' })
    const next = job({ status: 'initiated', reportedStatus: 'initiated', currentStep: 'b' })
    const expected = { ...next, status: 'processing', reportedStatus: 'queued' }
    expect(reconcileItrJob(previous, next)).toEqual(expected)
  })

  it('goes from initiated to processing', () => {
    const previous = job({ status: 'initiated', reportedStatus: 'initiated' })
    expect(reconcileItrJob(previous, job())).toEqual(job())
  })

  it.each(['processing', 'completed'] as const)(
    'removes no completed step when %s, and adds new ones last',
    (status) => {
      const previous = job({ stepsCompleted: ['a', 'b'] })
      const next = job({ status, stepsCompleted: ['c', 'a'] })
      expect(reconcileItrJob(previous, next).stepsCompleted).toEqual(['a', 'b', 'c'])
    },
  )

  it('returns the previous object if nothing changed', () => {
    const previous = job({ stepsCompleted: ['a', 'b'], stepsFailed: ['c'] })
    expect(reconcileItrJob(previous, structuredClone(previous))).toBe(previous)
    expect(reconcileItrJob(previous, { ...previous, stepsCompleted: ['b'] })).toBe(previous)
  })

  it.each<Partial<ItrJob>>([
    { updatedAt: at(11) },
    { currentStep: 'c' },
    { stepsFailed: ['d'] },
    { stepsFailed: [] },
    { stepsCompleted: ['a', 'e'] },
    { reportedStatus: 'queued' },
    { pan: 'ABCDE****F' },
    { createdAt: at(1) },
    { errorMessage: 'x' },
  ])('takes a change of one field: %j', (fields) => {
    const previous = job({ stepsCompleted: ['a'], stepsFailed: ['c'] })
    expect(reconcileItrJob(previous, { ...previous, ...fields })).toEqual({ ...previous, ...fields })
  })
})

describe('isTerminal', () => {
  it.each([
    [{ status: 'initiated' }, false],
    [{ status: 'processing' }, false],
    [{ status: 'completed' }, true],
    [{ status: 'failed' }, true],
    [undefined, false],
  ] as const)('returns for %j: %s', (value, expected) => {
    expect(isTerminal(value)).toBe(expected)
  })
})
