import { maskPan } from '../../contract/maskPan.ts'
import { getSnapshot } from './getSnapshot.ts'
import type { ItrScenario } from './itrScenarios.ts'
import { simulatedData } from './simulatedData.ts'
import type { SimulatedJob } from './types.ts'

const json = (status: number, body: object, headers?: Record<string, string>) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

const success = (message: string, data: object) => json(200, { success: true, message, data })

/** Except for INVALID_INPUT, the error codes and all HTTP statuses are ours: the vendor publishes none. */
export const failure = (
  status: number,
  error_code: string,
  message: string,
  headers?: Record<string, string>,
) => json(status, { success: false, message, error_code }, headers)

export const analyzeResponse = (job: SimulatedJob) =>
  success('ITR analysis job submitted successfully', {
    job_id: job.jobId,
    status: 'initiated',
    pan: maskPan(job.pan),
    created_at: toZonedTime(timeOf(job, 0)),
  })

/** The response of `/status`: enveloped for POST, flat for GET. At a glitch, the response that the glitch causes. */
export function statusResponse(job: SimulatedJob, method: string, at: number): Response {
  const elapsed = elapsedOf(job, at)
  const glitch = findGlitch(job.scenario, elapsed)
  switch (glitch?.kind) {
    case undefined:
      return snapshotResponse(job, method, elapsed)
    case 'older':
      return snapshotResponse(job, method, Math.max(0, elapsed - (glitch.by ?? 10_000)))
    case 'error':
      return failure(503, 'SERVICE_UNAVAILABLE', 'The service is temporarily unavailable.')
    case 'busy':
      return failure(429, 'RATE_LIMITED', 'Too many requests.', { 'Retry-After': String(glitch.by ?? 5) })
    case 'garbage':
      return new Response('<!doctype html><title>Please wait</title>', {
        headers: { 'Content-Type': 'text/html' },
      })
  }
}

function findGlitch({ ending, glitches = [] }: ItrScenario, elapsed: number) {
  const isTerminal = ending !== null && elapsed >= ending.at
  return glitches.find(
    ({ kind, from, until }) => from <= elapsed && elapsed < until && !(kind === 'older' && isTerminal),
  )
}

function snapshotResponse(job: SimulatedJob, method: string, elapsed: number): Response {
  const snapshot = getSnapshot(job.scenario, elapsed)
  const isFlat = method === 'GET'
  const toText = isFlat ? toZonelessTime : toZonedTime
  const changedAt = toText(timeOf(job, snapshot.changedAt))
  const isCompleted = snapshot.status === 'completed'
  const fields = {
    doc_id: job.docId,
    job_id: job.jobId,
    status: snapshot.status,
    current_step: snapshot.currentStep,
    steps_completed: snapshot.stepsCompleted,
    steps_failed: snapshot.stepsFailed,
    error_message: snapshot.errorMessage,
    created_at: toText(timeOf(job, 0)),
    updated_at: changedAt,
    completed_at: isCompleted ? changedAt : null,
    pdf_report_url: isCompleted ? `https://reports.example/${job.docId}.pdf` : null,
  }
  return isFlat ? json(200, fields) : success('Job status fetched successfully', { ...fields, pan: job.pan })
}

export const dataResponse = (job: SimulatedJob, at: number) =>
  getSnapshot(job.scenario, elapsedOf(job, at)).status === 'completed'
    ? success('ITR data fetched successfully', { job_id: job.jobId, pan: job.pan, ...simulatedData })
    : failure(409, 'JOB_NOT_COMPLETED', 'The job is not completed.')

/** Converts between the clock of a job and `now`: they differ by `startedAt` and `speed`. */
const timeOf = (job: SimulatedJob, elapsed: number) => new Date(job.startedAt + elapsed / job.speed)
const elapsedOf = (job: SimulatedJob, at: number) => Math.max(0, (at - job.startedAt) * job.speed)

/** Time format of the enveloped response: `2024-11-15T10:23:42Z`, with milliseconds unless they are zero. */
const toZonedTime = (time: Date) => time.toISOString().replace('.000Z', 'Z')

/** Time format of the flat response: `2026-04-07T11:24:14.383000`, UTC without a zone. */
const toZonelessTime = (time: Date) => time.toISOString().replace('Z', '000')
