import type { ItrFailureCode } from './classifyItrFailure.ts'

/** The four published states of a job; the last two are terminal (vendor doc, "Statuses"). */
export type ItrJobStatus = (typeof statuses)[number]

const statuses = ['initiated', 'processing', 'completed', 'failed'] as const

export function isItrJobStatus(value: string): value is ItrJobStatus {
  return (statuses as readonly string[]).includes(value)
}

/** One verification job as the ITR Analyzer reports it. Plain JSON: it survives hydration and structural sharing. */
export interface ItrJob {
  /** The id as the answer gave it: the host's opaque handle, or the raw id where a host's own proxy sends that. */
  jobId: string
  status: ItrJobStatus
  /** The status as the server said it. One outside the published list counts as `processing`. */
  reportedStatus: string
  /** The step under way: an open set of ids, never to be counted on. `''` and null are both null. */
  currentStep: string | null
  stepsCompleted: readonly string[]
  stepsFailed: readonly string[]
  /** Why the verification failed; null unless `status` is `failed`. */
  failure: ItrFailureCode | null
  /** The upstream's own words, PANs masked. For logs; not for the person. */
  errorMessage: string | null
  /** Always masked: `ABCDE****F`. */
  pan: string | null
  /** ISO 8601 with `Z`, as are the other two times. Input without a zone is read as UTC. */
  createdAt: string | null
  updatedAt: string | null
  completedAt: string | null
  /** https only, possibly short-lived: treat it as a secret link. */
  pdfReportUrl: string | null
  /** What the person can read out to support, `7F3K-9Q2M`; only this package's proxy gives it. */
  reference: string | null
}

/** Whether nothing more will happen to the job. */
export function isTerminal(job: Pick<ItrJob, 'status'> | undefined): boolean {
  return job?.status === 'completed' || job?.status === 'failed'
}
