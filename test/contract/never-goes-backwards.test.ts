import { describe, expect, it } from 'vitest'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { reconcileItrJob } from '../../src/contract/reconcileItrJob.ts'

const at = (seconds: number) => `2026-04-07T11:24:${String(seconds).padStart(2, '0')}.000Z`
const job = (fields: Partial<ItrJob> = {}): ItrJob => ({
  ...parseItrJob({ job_id: 'itr_1', status: 'processing', updated_at: at(10) }),
  ...fields,
})
const done = (status: 'completed' | 'failed', fields: Partial<ItrJob> = {}) =>
  job({ status, reportedStatus: status, ...fields })

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
  expect(reconcileItrJob(previous, job({ updatedAt: at(9), currentStep: 'b', stepsCompleted: ['a'] }))).toBe(
    previous,
  )
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
