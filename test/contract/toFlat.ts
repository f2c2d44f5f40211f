import type { ItrJob } from '../../src/contract/ItrJob.ts'

/** The job as our proxy would send it. */
export const toFlat = (job: ItrJob) => ({
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
