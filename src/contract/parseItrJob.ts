import * as z from 'zod/mini'
import { classifyItrFailure, isItrFailureCode } from './classifyItrFailure.ts'
import type { ItrJob, ItrJobStatus } from './ItrJob.ts'
import { ItrStatusError } from './ItrStatusError.ts'
import { maskPan } from './maskPan.ts'
import { toIsoTime } from './toIsoTime.ts'

const text = z.catch(z.nullable(z.string()), null)
const steps = z.pipe(
  z.catch(z.array(z.unknown()), []),
  z.transform((list: unknown[]) => [
    ...new Set(list.filter((id): id is string => typeof id === 'string' && id !== '')),
  ]),
)

const answer = z.object({
  job_id: z.string().check(z.minLength(1)),
  status: z.string().check(z.minLength(1)),
  current_step: text,
  steps_completed: steps,
  steps_failed: steps,
  failure_code: text,
  error_message: text,
  pan: text,
  created_at: text,
  updated_at: text,
  completed_at: text,
  pdf_report_url: text,
  reference: text,
})

const statuses: Record<string, ItrJobStatus | undefined> = Object.assign(Object.create(null), {
  initiated: 'initiated',
  processing: 'processing',
  completed: 'completed',
  failed: 'failed',
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `''` and null both mean "none" upstream. */
const orNone = <T>(value: string | null, read: (value: string) => T | null): T | null =>
  value === null || value.trim() === '' ? null : read(value)

const same = (value: string) => value

const toMaskedPan = (value: string) => {
  const masked = maskPan(value.trim()).toUpperCase()
  return /^[A-Z]{5}\*{4}[A-Z]$/.test(masked) ? masked : null
}

const toHttpsUrl = (value: string) => {
  try {
    return new URL(value).protocol === 'https:' ? value : null
  } catch {
    return null
  }
}

/**
 * Reads either published shape of the status answer, flat or enveloped, into an {@link ItrJob}: times as UTC with `Z`, the
 * PAN masked, the failure classified. `job_id` and `status` must be there; any other field of a wrong type counts as none.
 *
 * @throws {ItrStatusError} `refused` where the answer says `success: false`, else `invalid_answer` where it is no job status.
 * @example
 * const job = parseItrJob(await response.json())
 */
export function parseItrJob(payload: unknown): ItrJob {
  if (!isObject(payload)) throw new ItrStatusError('invalid_answer', 'doubtful')
  if (payload.success === false) throw new ItrStatusError('refused', 'doubtful')
  // The envelope first; but a flat answer may have a `data` of its own, as any unknown field.
  const data = [payload.data, payload].map((fields) => answer.safeParse(fields).data).find(Boolean)
  if (!data) throw new ItrStatusError('invalid_answer', 'doubtful')

  const status = statuses[data.status] ?? 'processing'
  const errorMessage = orNone(data.error_message, maskPan)
  return {
    jobId: data.job_id,
    status,
    reportedStatus: data.status,
    currentStep: orNone(data.current_step, same),
    stepsCompleted: data.steps_completed,
    stepsFailed: data.steps_failed,
    failure:
      status !== 'failed'
        ? null
        : isItrFailureCode(data.failure_code)
          ? data.failure_code
          : classifyItrFailure(errorMessage, data.steps_failed),
    errorMessage,
    pan: orNone(data.pan, toMaskedPan),
    createdAt: orNone(data.created_at, toIsoTime),
    updatedAt: orNone(data.updated_at, toIsoTime),
    completedAt: orNone(data.completed_at, toIsoTime),
    pdfReportUrl: orNone(data.pdf_report_url, toHttpsUrl),
    reference: orNone(data.reference, same),
  }
}
