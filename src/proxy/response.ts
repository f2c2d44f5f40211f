import type { ItrJob } from '../contract/ItrJob.ts'
import { ProxyError } from './errors.ts'
import type { JobIdentity } from './identifyJob.ts'

/** All fields that leave the server, besides the caller's own handle. They have the names of the upstream's flat response. */
export interface PublicStatus {
  status: ItrJob['status']
  current_step: string | null
  steps_completed: readonly string[]
  steps_failed: readonly string[]
  failure_code: ItrJob['failure']
  pan: string | null
  created_at: string | null
  updated_at: string | null
  completed_at: string | null
  reference: string
  pdf_report_url?: string | null
}

const PAN = /[a-z]{5}\d{4}[a-z]/

/** Removes letter case and separators, so that all spellings of an identifier are equal. */
const squash = (text: string) => text.toLowerCase().replace(/[_.-]/g, '')

/** Far above the steps of any real job. Responses are kept in memory with all their steps. */
const MAX_STEPS = 100

/** Signed links have about 1 KB. Responses are kept in memory with the link. */
const MAX_URL_LENGTH = 4096

/** Response headers. None of the upstream's headers is passed on. */
const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Sec-Fetch-Site, Origin',
}

/**
 * Builds a new object field by field, so that no other field of the job can leave the server.
 *
 * @param secrets texts that no step id may contain
 */
export function toPublicStatus(
  job: ItrJob,
  { id, reference }: JobIdentity,
  { exposeReportUrl, secrets = [] }: { exposeReportUrl: boolean; secrets?: readonly string[] },
): PublicStatus {
  // Every step id contains the empty text that is left of an id like "-".
  const hidden = [id, ...secrets].map(squash).filter((text) => text !== '')
  const isPublicStep = (step: string) =>
    /^[\w.-]{1,64}$/.test(step) &&
    !/\d{6}/.test(step) &&
    !PAN.test(squash(step)) &&
    !hidden.some((text) => squash(step).includes(text))
  const publicSteps = (steps: readonly string[]) => steps.filter(isPublicStep).slice(0, MAX_STEPS)
  return {
    status: job.status,
    current_step: job.currentStep !== null && isPublicStep(job.currentStep) ? job.currentStep : null,
    steps_completed: publicSteps(job.stepsCompleted),
    steps_failed: publicSteps(job.stepsFailed),
    failure_code: job.failure,
    pan: job.pan,
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    completed_at: job.completedAt,
    reference,
    ...(exposeReportUrl && {
      pdf_report_url: job.pdfReportUrl && job.pdfReportUrl.length <= MAX_URL_LENGTH ? job.pdfReportUrl : null,
    }),
  }
}

/** Creates the response for a status or an error. */
export function toResponse(result: (PublicStatus & { job_id: string }) | ProxyError): Response {
  if (!(result instanceof ProxyError)) return new Response(JSON.stringify(result), { headers: HEADERS })
  const { code, message, status, retryAt } = result
  const headers = new Headers(HEADERS)
  if (status === 405) headers.set('Allow', 'POST')
  if (retryAt !== null) {
    headers.set('Retry-After', String(Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))))
  }
  return new Response(JSON.stringify({ error_code: code, message }), { status, headers })
}
