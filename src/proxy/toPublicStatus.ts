import type { ItrJob } from '../contract/ItrJob.ts'
import { maskPan } from '../contract/maskPan.ts'
import type { JobIdentity } from './identifyJob.ts'

/** All that leaves the server about a job, beside the caller's own handle, under the upstream's flat field names. */
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

/** The body of a 200. */
export interface StatusBody extends PublicStatus {
  /** The handle that was asked with. */
  job_id: string
}

/** Far above any real job's. An answer is kept in memory with all its steps. */
const MOST_STEPS = 100

/**
 * Built anew, field by field: what is not named here cannot slip through.
 *
 * @param secrets what must not come back even within the name of a step
 */
export function toPublicStatus(
  job: ItrJob,
  { id, reference }: JobIdentity,
  { exposeReportUrl, secrets = [] }: { exposeReportUrl: boolean; secrets?: readonly string[] },
): PublicStatus {
  const hidden = [id, ...secrets].map((text) => text.toLowerCase())
  const isPublicStep = (step: string) =>
    /^[\w.-]{1,64}$/.test(step) &&
    maskPan(step) === step &&
    !hidden.some((text) => step.toLowerCase().includes(text))
  const publicSteps = (steps: readonly string[]) => steps.filter(isPublicStep).slice(0, MOST_STEPS)
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
    ...(exposeReportUrl && { pdf_report_url: job.pdfReportUrl }),
  }
}
