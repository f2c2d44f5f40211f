import * as z from 'zod/mini'
import { classifyItrFailure, toFailureCode } from './classifyItrFailure.ts'
import { isItrJobStatus, type ItrJob } from './ItrJob.ts'
import { ItrStatusError } from './ItrStatusError.ts'
import { maskPan } from './maskPan.ts'
import { toIsoTime } from './toIsoTime.ts'

/** What must be there; of the rest each field is read for itself, since a bad one must not cost the answer. */
const answer = z.looseObject({ job_id: z.string(), status: z.string() })

const readAnswer = (fields: unknown) => {
  // Of what is no object there is nothing to say, and zod takes its time to say so.
  const data = typeof fields === 'object' ? answer.safeParse(fields).data : undefined
  return data?.job_id && data.status ? data : undefined
}

/** Null where the field is missing, of another type, blank, or nothing that `read` can make sense of. */
const text = <T>(value: unknown, read: (value: string) => T | null) =>
  typeof value === 'string' && value.trim() ? read(value) : null

const asItIs = (value: string) => value

const stepIds = (value: unknown): string[] => [
  ...new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string' && id) : []),
]

const toMaskedPan = (value: string) =>
  /^[A-Z]{5}\*{4}[A-Z]$/.exec(maskPan(value.trim()).toUpperCase())?.[0] ?? null

const toHttpsUrl = (value: string) => (/^https:\/\/[^\s/]\S*$/i.test(value) ? value : null)

/**
 * Reads either published shape of the status answer, flat or enveloped, into an {@link ItrJob}: times as UTC with `Z`, the
 * PAN masked, the failure classified. `job_id` and `status` must be there; any other field of a wrong type counts as none.
 *
 * @throws {ItrStatusError} `unsuccessful` where the answer says `success: false`, else `invalid_response` where it is no job status.
 * @example
 * const job = parseItrJob(await response.json())
 */
export function parseItrJob(payload: unknown): ItrJob {
  const envelope = payload as { success?: unknown; data?: unknown } | null | undefined
  if (envelope?.success === false) throw new ItrStatusError('unsuccessful', 'doubtful')
  // The envelope first; but a flat answer may have a `data` of its own, as any unknown field.
  const data = readAnswer(envelope?.data) ?? readAnswer(payload)
  if (!data) throw new ItrStatusError('invalid_response', 'doubtful')

  const status = isItrJobStatus(data.status) ? data.status : 'processing'
  const stepsFailed = stepIds(data.steps_failed)
  const errorMessage = text(data.error_message, maskPan)
  return {
    jobId: data.job_id,
    status,
    reportedStatus: data.status,
    currentStep: text(data.current_step, asItIs),
    stepsCompleted: stepIds(data.steps_completed),
    stepsFailed,
    failure:
      status === 'failed'
        ? (text(data.failure_code, toFailureCode) ?? classifyItrFailure(errorMessage, stepsFailed))
        : null,
    errorMessage,
    pan: text(data.pan, toMaskedPan),
    createdAt: text(data.created_at, toIsoTime),
    updatedAt: text(data.updated_at, toIsoTime),
    completedAt: text(data.completed_at, toIsoTime),
    pdfReportUrl: text(data.pdf_report_url, toHttpsUrl),
    reference: text(data.reference, asItIs),
  }
}
