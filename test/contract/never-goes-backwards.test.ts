import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { reconcileItrJob } from '../../src/contract/reconcileItrJob.ts'
import { flatAnswer, itrJob } from './answers.ts'

const at = (seconds: number) => `2026-04-07T11:24:${String(seconds).padStart(2, '0')}.000Z`
const job = (fields: Partial<ItrJob> = {}): ItrJob => ({
  ...parseItrJob({ job_id: 'itr_1', status: 'processing', updated_at: at(10) }),
  ...fields,
})
const done = (status: 'completed' | 'failed', fields: Partial<ItrJob> = {}) =>
  job({ status, reportedStatus: status, ...fields })

describe('by example', () => {
  it('the first answer is taken as it is', () => {
    const next = job()
    expect(reconcileItrJob(undefined, next)).toBe(next)
  })

  it.each(['completed', 'failed'] as const)('a job that is %s stays as it is', (status) => {
    const previous = done(status)
    for (const next of [
      job({ updatedAt: at(59) }),
      done('completed', { updatedAt: at(59) }),
      done('failed', { pan: 'ABCDE****F' }),
    ]) {
      expect(reconcileItrJob(previous, next)).toBe(previous)
    }
  })

  it.each(['completed', 'failed'] as const)('%s is taken, however old it says to be', (status) => {
    expect(reconcileItrJob(job(), done(status, { updatedAt: at(1) }))).toMatchObject({
      status,
      updatedAt: at(1),
    })
  })

  it('an older answer changes nothing', () => {
    const previous = job()
    expect(
      reconcileItrJob(previous, job({ updatedAt: at(9), currentStep: 'b', stepsCompleted: ['a'] })),
    ).toBe(previous)
  })

  it('one of the same time, or of none, is taken', () => {
    expect(reconcileItrJob(job(), job({ currentStep: 'b' }))).toMatchObject({ currentStep: 'b' })
    expect(reconcileItrJob(job(), job({ currentStep: 'b', updatedAt: null }))).toMatchObject({
      currentStep: 'b',
    })
    expect(reconcileItrJob(job({ updatedAt: null }), job({ updatedAt: at(1) }))).toMatchObject({
      updatedAt: at(1),
    })
  })

  it('one of no time does not lower the mark for the next', () => {
    const held = reconcileItrJob(job(), job({ updatedAt: null, currentStep: 'b' }))
    expect(held.updatedAt).toBe(at(10))
    expect(reconcileItrJob(held, job({ updatedAt: at(9), currentStep: 'a' }))).toBe(held)
  })

  it('processing does not return to initiated, and keeps its own words', () => {
    const previous = job({ reportedStatus: 'queued' })
    const next = job({
      status: 'initiated',
      reportedStatus: 'initiated',
      updatedAt: at(20),
      currentStep: 'b',
    })
    expect(reconcileItrJob(previous, next)).toEqual({
      ...next,
      status: 'processing',
      reportedStatus: 'queued',
    })
  })

  it('initiated becomes processing', () => {
    const previous = job({ status: 'initiated', reportedStatus: 'initiated' })
    expect(reconcileItrJob(previous, job())).toMatchObject({
      status: 'processing',
      reportedStatus: 'processing',
    })
  })

  it('completed steps are only ever added, the known ones first', () => {
    const previous = job({ stepsCompleted: ['a', 'b'] })
    expect(reconcileItrJob(previous, job({ stepsCompleted: ['c', 'a'] })).stepsCompleted).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(reconcileItrJob(previous, done('completed', { stepsCompleted: [] })).stepsCompleted).toEqual([
      'a',
      'b',
    ])
  })

  it('the same again is the same object', () => {
    const previous = job({ stepsCompleted: ['a', 'b'], stepsFailed: ['c'] })
    expect(reconcileItrJob(previous, structuredClone(previous))).toBe(previous)
    expect(reconcileItrJob(previous, { ...previous, stepsCompleted: ['b'] })).toBe(previous)
  })

  it.each<Partial<ItrJob>>([
    { updatedAt: at(11) },
    { currentStep: 'c' },
    { stepsFailed: ['d'] },
    { stepsFailed: [] },
    { stepsFailed: ['c', 'd'] },
    { stepsCompleted: ['e'] },
    { reportedStatus: 'queued' },
    { pan: 'ABCDE****F' },
    { createdAt: at(1) },
    { errorMessage: 'x' },
  ])('%j is a change', (fields) => {
    const previous = job({ stepsCompleted: ['a'], stepsFailed: ['c'] })
    const next = { ...previous, ...fields }
    const reconciled = reconcileItrJob(previous, next)
    expect(reconciled).not.toBe(previous)
    expect(reconciled).toEqual({ ...next, stepsCompleted: [...new Set(['a', ...next.stepsCompleted])] })
  })
})

describe('over any two answers', () => {
  const rank = { initiated: 0, processing: 1, completed: 2, failed: 2 }
  const anyJob = fc.oneof(itrJob, flatAnswer.map(parseItrJob))
  const runs = { numRuns: 500 }

  it('the status never goes back, and no completed step is lost or made up', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (previous, next) => {
        const { status, stepsCompleted } = reconcileItrJob(previous, next)
        expect(rank[status]).toBeGreaterThanOrEqual(rank[previous.status])
        expect(stepsCompleted).toEqual(expect.arrayContaining([...previous.stepsCompleted]))
        expect([...previous.stepsCompleted, ...next.stepsCompleted]).toEqual(
          expect.arrayContaining([...stepsCompleted]),
        )
        expect(new Set(stepsCompleted).size).toBe(stepsCompleted.length)
      }),
      runs,
    )
  })

  it('a terminal job stays itself, and a terminal answer ends a job that is not', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (previous, next) => {
        const reconciled = reconcileItrJob(previous, next)
        if (isTerminal(previous)) expect(reconciled).toBe(previous)
        else if (isTerminal(next))
          expect(reconciled).toMatchObject({ status: next.status, failure: next.failure })
      }),
      runs,
    )
  })

  it('the mark of time never falls while the job is open', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (previous, next) => {
        const { status, updatedAt } = reconcileItrJob(previous, next)
        if (status === 'initiated' || status === 'processing') {
          expect((updatedAt ?? '') >= (previous.updatedAt ?? '')).toBe(true)
        }
      }),
      runs,
    )
  })

  it('the same answer twice changes nothing more, and an equal job is the same object', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (previous, next) => {
        const once = reconcileItrJob(previous, next)
        expect(reconcileItrJob(once, next)).toBe(once)
        expect(reconcileItrJob(once, structuredClone(once))).toBe(once)
        if (once !== previous) expect(once).not.toStrictEqual(previous)
      }),
      runs,
    )
  })

  it('neither answer is changed, and the outcome is plain JSON', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (previous, next) => {
        const before = JSON.stringify([previous, next])
        const reconciled = reconcileItrJob(previous, next)
        expect(JSON.stringify([previous, next])).toBe(before)
        expect(JSON.parse(JSON.stringify(reconciled))).toStrictEqual(reconciled)
      }),
      runs,
    )
  })

  it('over any run of answers, what is settled first is the end', () => {
    fc.assert(
      fc.property(fc.array(anyJob, { minLength: 1 }), (answers) => {
        const end = answers.reduce<ItrJob | undefined>((held, next) => reconcileItrJob(held, next), undefined)
        const settled = answers.find(isTerminal)
        if (settled) expect(end).toMatchObject({ status: settled.status, updatedAt: end?.updatedAt })
        else expect(isTerminal(end)).toBe(false)
      }),
      runs,
    )
  })
})

describe('isTerminal', () => {
  it.each([
    ['initiated', false],
    ['processing', false],
    ['completed', true],
    ['failed', true],
  ] as const)('%s: %s', (status, expected) => {
    expect(isTerminal({ status })).toBe(expected)
  })

  it('no job is not', () => {
    expect(isTerminal(undefined)).toBe(false)
  })
})
