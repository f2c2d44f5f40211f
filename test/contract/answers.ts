import fc from 'fast-check'
import type { ItrJob } from '../../src/contract/ItrJob.ts'

const step = fc.oneof(
  fc.constantFrom('create_client', 'download_profile', 'check-credentials', 'otp', ''),
  fc.string(),
)

const pan = fc.stringMatching(/^[A-Za-z]{5}[0-9]{4}[A-Za-z]$/)

const time = fc.oneof(
  fc
    .date({ min: new Date('1970-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '2026-04-07T11:24:14.383000',
    '2024-11-15T10:22:00Z',
    '2024-11-15 10:22',
    '2024-11-15T10:22:00+05:30',
    'soon',
    '',
  ),
)

const message = fc.oneof(
  fc.string(),
  fc.array(pan, { minLength: 1, maxLength: 3 }).map((pans) => `PAN ${pans.join('')} is not registered`),
  fc.constantFrom('Account locked', 'INVALID_CREDENTIALS', 'Portal down, try later'),
)

/** A flat answer whose fields are right, odd, of another type, or missing. */
export const flatAnswer = fc
  .tuple(
    fc.record({
      job_id: fc.string({ minLength: 1 }),
      status: fc.oneof(
        fc.constantFrom('initiated', 'processing', 'completed', 'failed'),
        fc.string({ minLength: 1 }),
      ),
    }),
    fc.record(
      {
        current_step: fc.oneof(step, fc.jsonValue()),
        steps_completed: fc.oneof(fc.array(fc.oneof(step, fc.jsonValue())), fc.jsonValue()),
        steps_failed: fc.oneof(fc.array(fc.oneof(step, fc.jsonValue())), fc.jsonValue()),
        failure_code: fc.oneof(fc.constantFrom('account_locked', 'unknown'), fc.jsonValue()),
        error_message: fc.oneof(message, fc.jsonValue()),
        pan: fc.oneof(pan, fc.jsonValue()),
        created_at: fc.oneof(time, fc.jsonValue()),
        updated_at: fc.oneof(time, fc.jsonValue()),
        completed_at: fc.oneof(time, fc.jsonValue()),
        pdf_report_url: fc.oneof(fc.webUrl(), fc.jsonValue()),
        reference: fc.oneof(fc.string(), fc.jsonValue()),
        doc_id: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([known, fields]) => ({ ...fields, ...known }))

const steps = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

/** A job out of few enough values that two of them often agree. */
export const itrJob: fc.Arbitrary<ItrJob> = fc
  .record({
    status: fc.constantFrom(
      'initiated' as const,
      'processing' as const,
      'completed' as const,
      'failed' as const,
    ),
    unknownStatus: fc.constantFrom(null, null, 'queued'),
    currentStep: fc.constantFrom('a', 'b', null),
    stepsCompleted: steps,
    stepsFailed: steps,
    pan: fc.constantFrom('ABCDE****F', null),
    updatedAt: fc.constantFrom(
      '2026-04-07T11:24:14.383Z',
      '2026-04-07T11:24:20.262Z',
      '2026-04-07T11:25:00.000Z',
      null,
    ),
  })
  .map(({ unknownStatus, ...fields }) => ({
    ...fields,
    jobId: 'itr_1',
    reportedStatus: fields.status === 'processing' ? (unknownStatus ?? fields.status) : fields.status,
    failure: fields.status === 'failed' ? 'unknown' : null,
    errorMessage: null,
    createdAt: null,
    completedAt: null,
    pdfReportUrl: null,
    reference: null,
  }))
