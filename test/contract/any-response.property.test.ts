import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { maskPan } from '../../src/contract/maskPan.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { reconcileItrJob } from '../../src/contract/reconcileItrJob.ts'
import { toFlat } from './toFlat.ts'

// Most generated statuses are not published, and each of them gets a warning.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())

const check = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
) => fc.assert(fc.property(...arbitraries, predicate))

const pan = fc.stringMatching(/^[A-Za-z]{5}[0-9]{4}[A-Za-z]$/)
const text = fc.oneof(
  fc.string(),
  fc.array(pan, { minLength: 1, maxLength: 3 }).map((pans) => `PAN ${pans.join('')} is not registered`),
  fc.constantFrom('create_client', 'otp', 'Account locked', ''),
)
const time = fc.oneof(
  fc
    .date({ min: new Date('1970-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom('2026-04-07T11:24:14.383000', '2024-11-15 10:22', '2024-11-15T10:22:00+05:30', 'soon', ''),
)
const malformed = fc.jsonValue()
const stepIds = fc.oneof(fc.array(fc.oneof(text, malformed)), malformed)

/** A flat response. Its optional fields are well-formed, malformed or missing. */
const flatResponse = fc
  .tuple(
    fc.record(
      {
        current_step: fc.oneof(text, malformed),
        steps_completed: stepIds,
        steps_failed: stepIds,
        failure_code: fc.oneof(fc.constantFrom(...itrFailureCodes), malformed),
        error_message: fc.oneof(text, malformed),
        pan: fc.oneof(pan, malformed),
        created_at: fc.oneof(time, malformed),
        updated_at: fc.oneof(time, malformed),
        completed_at: fc.oneof(time, malformed),
        pdf_report_url: fc.oneof(fc.webUrl(), malformed),
        reference: fc.oneof(text, malformed),
        doc_id: malformed,
      },
      { requiredKeys: [] },
    ),
    fc.record({
      job_id: fc.string({ minLength: 1 }),
      status: fc.oneof(
        fc.constantFrom('initiated', 'processing', 'Completed', 'failed '),
        pan,
        fc.string({ minLength: 1 }),
      ),
    }),
  )
  .map(([optional, required]) => ({ ...optional, ...required }))

const payload = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  flatResponse,
  flatResponse.map((data) => ({ success: true, data })),
  fc
    .tuple(flatResponse, fc.dictionary(fc.string(), malformed))
    .map(([flat, extra]) => ({ ...extra, ...flat })),
)

const steps = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

/** A job with few possible values, so that two jobs are often equal. */
const similarJob: fc.Arbitrary<ItrJob> = fc
  .record({
    status: fc.constantFrom('initiated', 'processing', 'completed', 'failed', 'queued'),
    current_step: fc.constantFrom('a', 'b', null),
    steps_completed: steps,
    steps_failed: steps,
    pan: fc.constantFrom('ABCDE****F', null),
    updated_at: fc.constantFrom('2026-04-07T11:24:14Z', '2026-04-07T11:24:20Z', '2026-04-07T11:25:00Z', null),
  })
  .map((fields) => parseItrJob({ job_id: 'itr_1', ...fields }))
const anyJob = fc.oneof(similarJob, flatResponse.map(parseItrJob))

describe('parseItrJob with any payload', () => {
  it('returns a job or throws an ItrStatusError', () => {
    check([payload], (value) => {
      try {
        const job = parseItrJob(value)
        expect(job.jobId).not.toBe('')
        expect(['initiated', 'processing', 'completed', 'failed']).toContain(job.status)
        expect(job.failure === null).toBe(job.status !== 'failed')
      } catch (error) {
        if (!(error instanceof ItrStatusError)) throw error
        expect(['unsuccessful', 'invalid_response']).toContain(error.code)
      }
    })
  })

  it('returns plain JSON with masked PANs and times in the format of toISOString()', () => {
    check([flatResponse], (flat) => {
      const job = parseItrJob(flat)
      expect(JSON.parse(JSON.stringify(job))).toStrictEqual(job)
      expect(JSON.stringify({ ...job, jobId: null, pdfReportUrl: null })).not.toMatch(/[A-Z]{5}\d{4}[A-Z]/i)
      for (const iso of [job.createdAt, job.updatedAt, job.completedAt])
        if (iso !== null) expect(new Date(iso).toISOString()).toBe(iso)
    })
  })

  it('keeps the payload, and returns an equal job for its own output', () => {
    check([flatResponse], (flat) => {
      const before = JSON.stringify(flat)
      const job = parseItrJob(flat)
      expect(JSON.stringify(flat)).toBe(before)
      expect(parseItrJob(toFlat(job))).toStrictEqual(job)
      expect(parseItrJob({ success: true, data: toFlat(job) })).toStrictEqual(job)
    })
  })
})

describe('maskPan with any text', () => {
  const piece = fc.oneof(fc.stringMatching(/^[A-Za-z]{5}[0-9]{4}[A-Za-z]?$/), fc.string({ maxLength: 3 }))

  it('leaves no PAN, changes nothing else, and is idempotent', () => {
    check([fc.array(piece).map((pieces) => pieces.join(''))], (value) => {
      const masked = maskPan(value)
      expect(masked).not.toMatch(/[A-Z]{5}\d{4}[A-Z]/i)
      expect(maskPan(masked)).toBe(masked)
      expect(masked).toHaveLength(value.length)
      for (const [i, unit] of masked.split('').entries()) if (unit !== '*') expect(unit).toBe(value[i])
    })
  })
})

describe('reconcileItrJob with any jobs', () => {
  const rank = { initiated: 0, processing: 1, completed: 2, failed: 2 }

  it('never takes back a status, a completed step or the known time of a live job', () => {
    check([anyJob, anyJob], (previous, next) => {
      const { status, stepsCompleted, updatedAt } = reconcileItrJob(previous, next)
      expect(rank[status]).toBeGreaterThanOrEqual(rank[previous.status])
      expect(stepsCompleted).toEqual(expect.arrayContaining([...previous.stepsCompleted]))
      expect([...previous.stepsCompleted, ...next.stepsCompleted]).toEqual(
        expect.arrayContaining([...stepsCompleted]),
      )
      expect(new Set(stepsCompleted).size).toBe(stepsCompleted.length)
      if (!isTerminal({ status })) expect((updatedAt ?? '') >= (previous.updatedAt ?? '')).toBe(true)
    })
  })

  it('ends with the first terminal response of a series', () => {
    check([fc.array(anyJob, { minLength: 1 })], (responses) => {
      const end = responses.reduce<ItrJob | undefined>(reconcileItrJob, undefined)
      const first = responses.find(isTerminal)
      if (first) expect(end).toMatchObject({ status: first.status, failure: first.failure })
      else expect(isTerminal(end)).toBe(false)
    })
  })

  it('is idempotent, keeps its arguments, and returns the same object for an equal job', () => {
    check([anyJob, anyJob], (previous, next) => {
      const before = JSON.stringify([previous, next])
      const once = reconcileItrJob(previous, next)
      expect(JSON.stringify([previous, next])).toBe(before)
      expect(reconcileItrJob(once, next)).toBe(once)
      expect(reconcileItrJob(once, structuredClone(once))).toBe(once)
      if (once !== previous) expect(once).not.toStrictEqual(previous)
    })
  })
})
