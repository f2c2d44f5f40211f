import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import type { ItrJob, ItrJobStatus } from '../contract/ItrJob.ts'
import { ItrStatusError } from '../contract/ItrStatusError.ts'
import type { ItrConnection, ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import { isItrScenarioName, itrScenarios, type ItrScenario } from './simulator/itrScenarios.ts'
import { snapshotAt } from './simulator/snapshotAt.ts'

/**
 * Fields of the job and of the result side by side; `jobId` goes to both. An undefined one counts as not
 * given.
 */
export interface ItrResultOverrides extends Partial<ItrJob> {
  /** A whole job; or `undefined`, said outright, in a `timed-out` or an `error` that never had an answer. */
  job?: ItrJob | undefined
  /** Default: null; in `error` a 404, and while `reconnecting` a failed connection. */
  error?: ItrStatusError | null
  /** Default: `'ok'`. */
  connection?: ItrConnection
  /** Default: true in `connecting`, `initiated` and `processing`. */
  isPolling?: boolean
  /** Default: false. */
  isDelayed?: boolean
  /** Epoch ms. Default: the same moment always; null in `idle`. */
  startedAt?: number | null
  /** Epoch ms. Default: 4 minutes after `startedAt`. */
  deadlineAt?: number | null
  /** In ms. Default: `{ min: 30000, max: 90000 }`. */
  typicalDuration?: { min: number; max: number }
  /** Default: does nothing. */
  retry?: () => void
}

const STARTED_AT = Date.UTC(2026, 3, 7, 11, 24, 14)

const doNothing = () => {}

/**
 * A result of `useItrJobStatus` to render without timers or network, the same at each call. What a phase
 * cannot have it does not get, whatever the overrides say: no job in `idle` and `connecting`; no error in
 * `idle`, `completed` and `failed`; no polling or delay where nothing more will come; no `status` but the
 * phase where the phase is one; no `failure` unless the job failed.
 *
 * @example
 * <ItrProgress result={itrResult('failed', { failure: 'account_locked' })} />
 */
export function itrResult(phase: ItrPhase, overrides: ItrResultOverrides = {}): ItrJobStatusResult {
  const {
    job: whole,
    error,
    connection = 'ok',
    isPolling = true,
    isDelayed = false,
    retry,
    ...rest
  } = overrides
  const {
    startedAt = phase === 'idle' ? null : STARTED_AT,
    deadlineAt = startedAt && startedAt + 240_000,
    typicalDuration = { min: 30_000, max: 90_000 },
    ...fields
  } = rest
  const isLive = phase === 'connecting' || phase === 'initiated' || phase === 'processing'
  const hasNoJob = 'job' in overrides && whole === undefined

  const inEveryPhase = {
    jobId: fields.jobId ?? whole?.jobId ?? (phase === 'idle' ? null : SAMPLE_ID),
    startedAt,
    deadlineAt,
    typicalDuration,
    retry: retry ?? doNothing,
    connection: isLive || (phase === 'timed-out' && connection === 'offline') ? connection : 'ok',
    isPolling: isLive && isPolling,
    isDelayed: isLive && isDelayed,
  }
  const lastError =
    error === undefined && connection === 'reconnecting'
      ? new ItrStatusError('network', 'transient')
      : (error ?? null)

  switch (phase) {
    case 'idle':
      return { ...inEveryPhase, phase, job: undefined, error: null }
    case 'connecting':
      return { ...inEveryPhase, phase, job: undefined, error: lastError }
    case 'initiated':
    case 'processing':
      return { ...inEveryPhase, phase, job: jobOf(phase, { ...whole, ...fields }), error: lastError }
    case 'completed':
    case 'failed':
      return { ...inEveryPhase, phase, job: jobOf(phase, { ...whole, ...fields }), error: null }
    case 'timed-out':
    case 'error': {
      const given = defined({ ...whole, ...fields })
      const job = hasNoJob ? undefined : jobOf(given.status ?? 'processing', given)
      return phase === 'error'
        ? {
            ...inEveryPhase,
            phase,
            job,
            error: error ?? new ItrStatusError('http', 'permanent', { status: 404 }),
          }
        : { ...inEveryPhase, phase, job, error: lastError }
    }
  }
}

const SAMPLE_ID = 'sample-job'

/**
 * A job of this status as a scenario makes it and our proxy tells it: without upstream text, without report.
 */
function jobOf(status: ItrJobStatus, overrides: Partial<ItrJob>): ItrJob {
  const given = defined(overrides)
  const failure = status === 'failed' ? (given.failure ?? 'invalid_credentials') : null
  const [scenario, elapsed] = momentOf(status, failure)
  const { currentStep, stepsCompleted, stepsFailed, changedAt } = snapshotAt(scenario, elapsed)
  const updatedAt = new Date(STARTED_AT + changedAt).toISOString()
  return {
    jobId: SAMPLE_ID,
    reportedStatus: status,
    currentStep,
    stepsCompleted,
    stepsFailed,
    errorMessage: null,
    pan: 'ABCDE****F',
    createdAt: new Date(STARTED_AT).toISOString(),
    updatedAt,
    completedAt: status === 'completed' ? updatedAt : null,
    pdfReportUrl: null,
    reference: '7F3K-9Q2M',
    ...given,
    status,
    failure,
  }
}

/** A failure that no scenario is named after looks like that of a portal that gave up in the middle. */
function momentOf(status: ItrJobStatus, failure: ItrFailureCode | null): [ItrScenario, elapsed: number] {
  switch (status) {
    case 'initiated':
      return [itrScenarios.happy, 0]
    case 'processing':
      return [itrScenarios.happy, 26_000]
    case 'completed':
      return [itrScenarios.happy, Infinity]
    case 'failed':
      return [itrScenarios[isItrScenarioName(failure) ? failure : 'portal_unavailable'], Infinity]
  }
}

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
