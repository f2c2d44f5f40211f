import type { ItrFailureCode } from './classifyItrFailure.ts'

/** Published statuses of a job (vendor doc, "Statuses"). */
export type ItrJobStatus = 'initiated' | 'processing' | 'completed' | 'failed'

const terminal: Record<ItrJobStatus, boolean> = {
  initiated: false,
  processing: false,
  completed: true,
  failed: true,
}

export function isItrJobStatus(value: string): value is ItrJobStatus {
  return Object.hasOwn(terminal, value)
}

/** Whether the job has completed or failed, so that its status can no longer change. */
export function isTerminal(job: Pick<ItrJob, 'status'> | undefined): boolean {
  return !!job && terminal[job.status]
}

/** An ITR job. Plain JSON without Date objects: hydration and structural sharing need that. */
export interface ItrJob {
  /** The handle that the host issued. A host's own proxy may send the raw job id. */
  jobId: string
  status: ItrJobStatus
  /** The status as the server sent it. One that is not published counts as `processing`. */
  reportedStatus: string
  /** Id of the current step. The set of ids is open and may change at any time. */
  currentStep: string | null
  stepsCompleted: readonly string[]
  stepsFailed: readonly string[]
  /** Reason of the failure. Null unless `status` is `failed`. */
  failure: ItrFailureCode | null
  /** Text of the upstream, with PANs masked. For logs: do not show it to people. */
  errorMessage: string | null
  /** Always masked: `ABCDE****F`. */
  pan: string | null
  /** ISO 8601 with `Z`, like the other two times. */
  createdAt: string | null
  updatedAt: string | null
  completedAt: string | null
  /** https only. It may be pre-signed and short-lived: treat it as a secret. */
  pdfReportUrl: string | null
  /** Code that the person can read to support. The package's proxy sends `7F3K-9Q2M`. */
  reference: string | null
}
