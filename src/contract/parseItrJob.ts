import type * as z from 'zod/mini'
import { logInDevelopment } from '../internal/logInDevelopment.ts'
import { classifyItrFailure, itrFailureCodes } from './classifyItrFailure.ts'
import { isItrJobStatus, type ItrJob, type ItrJobStatus } from './ItrJob.ts'
import { ItrStatusError } from './ItrStatusError.ts'
import { itrStatusSchema } from './itrStatusSchema.ts'
import { maskPan, toMaskedPan } from './maskPan.ts'
import { toIsoTime } from './toIsoTime.ts'

/** A person could not read a longer reference to support. */
const MAX_REFERENCE_LENGTH = 64

/**
 * Parses a status response of either published shape, flat or enveloped. Only `job_id` and `status` are required: any other
 * field of a wrong type counts as missing.
 *
 * @throws {ItrStatusError} `unsuccessful` if the response has `success: false`, `invalid_response` if it is not a job status
 * @example
 * const job = parseItrJob(await response.json())
 */
export function parseItrJob(payload: unknown): ItrJob {
  const { success, data } = (payload ?? {}) as { success?: unknown; data?: unknown }
  if (success === false) throw new ItrStatusError('unsuccessful', 'doubtful')
  // The envelope wins. A flat response may have an unrelated field called `data`.
  const fields = itrStatusSchema.safeParse(data).data ?? itrStatusSchema.safeParse(payload).data
  // The schema allows empty strings, since `z.minLength(1)` would add 0.3 kB to the bundle.
  if (!fields?.job_id || !fields.status) throw new ItrStatusError('invalid_response', 'doubtful')
  return toItrJob(fields)
}

function toItrJob(fields: z.output<typeof itrStatusSchema>): ItrJob {
  const status = toStatus(fields.status)
  const errorMessage = toText(fields.error_message)
  const stepsFailed = toStepIds(fields.steps_failed)
  const failureCode = itrFailureCodes.find((code) => code === fields.failure_code)
  return {
    jobId: fields.job_id,
    status,
    reportedStatus: maskPan(fields.status),
    currentStep: toText(fields.current_step),
    stepsCompleted: toStepIds(fields.steps_completed),
    stepsFailed,
    failure: status === 'failed' ? (failureCode ?? classifyItrFailure(errorMessage, stepsFailed)) : null,
    errorMessage,
    pan: toMaskedPan(fields.pan),
    createdAt: toIsoTime(fields.created_at),
    updatedAt: toIsoTime(fields.updated_at),
    completedAt: toIsoTime(fields.completed_at),
    pdfReportUrl: toHttpsUrl(fields.pdf_report_url),
    reference: fields.reference.length > MAX_REFERENCE_LENGTH ? null : toText(fields.reference),
  }
}

function toStatus(reported: string): ItrJobStatus {
  const status = reported.trim().toLowerCase()
  if (isItrJobStatus(status)) return status
  logInDevelopment('warn', () => {
    // Other texts are not shown: a hostile upstream could send back a key or an id.
    const shown = /^[a-z_ ]{1,32}$/.test(status) ? `"${status}"` : 'unknown'
    return `\`status\` is ${shown}. Expected initiated, processing, completed or failed. It counts as processing.`
  })
  return 'processing'
}

/** Returns a text with its PANs masked. Returns null for a blank text and for anything that is not a string. */
const toText = (value: unknown) => (typeof value === 'string' && value.trim() ? maskPan(value) : null)

const toStepIds = (value: unknown) => [
  ...new Set(Array.isArray(value) ? value.map(toText).filter((id) => id !== null) : []),
]

const toHttpsUrl = (value: string) => (/^https:\/\/[^\s/]\S*$/i.test(value) ? value : null)
