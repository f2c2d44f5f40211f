import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { reconcileItrJob } from '../../src/contract/reconcileItrJob.ts'
import { flatAnswer, itrJob } from './answers.ts'

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
