import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ItrJob } from '../../src/contract/ItrJob.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { flatAnswer } from './answers.ts'

/** A job as our proxy would say it: flat. */
const toFlat = (job: ItrJob) => ({
  job_id: job.jobId,
  status: job.reportedStatus,
  current_step: job.currentStep,
  steps_completed: job.stepsCompleted,
  steps_failed: job.stepsFailed,
  failure_code: job.failure,
  error_message: job.errorMessage,
  pan: job.pan,
  created_at: job.createdAt,
  updated_at: job.updatedAt,
  completed_at: job.completedAt,
  pdf_report_url: job.pdfReportUrl,
  reference: job.reference,
})

const payload = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  flatAnswer,
  flatAnswer.map((data) => ({ success: true, data })),
  fc
    .tuple(flatAnswer, fc.dictionary(fc.string(), fc.jsonValue()))
    .map(([flat, extra]) => ({ ...extra, ...flat })),
)

const runs = { numRuns: 500 }

it('gives a job or an ItrStatusError, whatever it is given', () => {
  fc.assert(
    fc.property(payload, (value) => {
      try {
        const job = parseItrJob(value)
        expect(job.jobId).not.toBe('')
        expect(['initiated', 'processing', 'completed', 'failed']).toContain(job.status)
        expect(job.failure === null).toBe(job.status !== 'failed')
      } catch (error) {
        if (!(error instanceof ItrStatusError)) throw error
        expect(['unsuccessful', 'invalid_response']).toContain(error.code)
      }
    }),
    runs,
  )
})

it('gives plain JSON that survives the wire', () => {
  fc.assert(
    fc.property(flatAnswer, (flat) => {
      const job = parseItrJob(flat)
      expect(JSON.parse(JSON.stringify(job))).toStrictEqual(job)
    }),
    runs,
  )
})

it('gives the same job when what it gave is read again', () => {
  fc.assert(
    fc.property(flatAnswer, (flat) => {
      const job = parseItrJob(flat)
      expect(parseItrJob(toFlat(job))).toStrictEqual(job)
      expect(parseItrJob({ success: true, data: toFlat(job) })).toStrictEqual(job)
    }),
    runs,
  )
})

it('lets no PAN through unmasked', () => {
  fc.assert(
    fc.property(flatAnswer, (flat) => {
      const { pan, errorMessage } = parseItrJob(flat)
      expect(`${pan} ${errorMessage}`).not.toMatch(/[A-Z]{5}\d{4}[A-Z]/i)
    }),
    runs,
  )
})

it('gives times as toISOString writes them, or none', () => {
  fc.assert(
    fc.property(flatAnswer, (flat) => {
      const { createdAt, updatedAt, completedAt } = parseItrJob(flat)
      for (const time of [createdAt, updatedAt, completedAt]) {
        if (time !== null) expect(new Date(time).toISOString()).toBe(time)
      }
    }),
    runs,
  )
})

it('changes nothing of what it is given, and keeps no part of it', () => {
  fc.assert(
    fc.property(flatAnswer, (flat) => {
      const before = JSON.stringify(flat)
      const job = parseItrJob(flat)
      ;(job.stepsCompleted as string[]).push('mine')
      ;(job.stepsFailed as string[]).push('mine')
      expect(JSON.stringify(flat)).toBe(before)
      expect(parseItrJob(flat).stepsCompleted).not.toContain('mine')
      expect(parseItrJob(flat).stepsFailed).not.toContain('mine')
    }),
    { numRuns: 200 },
  )
})
