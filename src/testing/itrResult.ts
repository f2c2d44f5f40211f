import type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
import { isTerminal, type ItrJob, type ItrJobStatus } from '../contract/ItrJob.ts'
import { ItrStatusError } from '../contract/ItrStatusError.ts'
import { createOptionError } from '../internal/createOptionError.ts'
import type { ItrConnection, ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import { getSnapshot } from './simulator/getSnapshot.ts'
import { isItrScenarioName, itrScenarios, type ItrScenario } from './simulator/itrScenarios.ts'

type JobOverrides = Partial<{ [Field in keyof ItrJob]: ItrJob[Field] | undefined }>

/** Fields of the job and of the result in one object. `jobId` is used for both. Undefined fields get the default. */
export interface ItrResultOverrides extends JobOverrides {
  /** A complete job. In `timed-out` and `error`, an explicit `undefined` means that no job is known. */
  job?: ItrJob | undefined
  /** Default: null. In `error` a 404; for the connection `'reconnecting'` a network error. */
  error?: ItrStatusError | null | undefined
  /** Default: `'ok'`. */
  connection?: ItrConnection | undefined
  /** Default: true in `connecting`, `initiated` and `processing`. */
  isPolling?: boolean | undefined
  /** Default: false. */
  isDelayed?: boolean | undefined
  /** Epoch ms. Default: a fixed time; null in `idle`. */
  startedAt?: number | null | undefined
  /** Epoch ms. Default: 4 minutes after `startedAt`. Always null in `idle`. */
  deadlineAt?: number | null | undefined
  /** In ms. Default: `{ min: 30000, max: 90000 }`. */
  typicalDuration?: { min: number; max: number } | undefined
  /** Default: does nothing. */
  retry?: (() => void) | undefined
}

interface PhaseRules {
  isLive: boolean
  /** `'live'`: initiated or processing, or no job. A status: always a job of this status. */
  job: ItrJobStatus | 'live' | 'none'
  error: 'last' | 'always' | 'none'
  /** Age of the job at its last change, in ms. Default: that of the scenario, at most 48 s. */
  age?: number
}

const phaseRules: Record<ItrPhase, PhaseRules> = {
  idle: { isLive: false, job: 'none', error: 'none' },
  connecting: { isLive: true, job: 'none', error: 'last' },
  initiated: { isLive: true, job: 'initiated', error: 'last' },
  processing: { isLive: true, job: 'processing', error: 'last' },
  completed: { isLive: false, job: 'completed', error: 'none' },
  failed: { isLive: false, job: 'failed', error: 'none' },
  'timed-out': { isLive: false, job: 'live', error: 'last', age: 235_000 },
  error: { isLive: false, job: 'live', error: 'always' },
}

/** The same for a delayed job, whatever its phase. */
const DELAYED_AGE = 95_000

const STARTED_AT = Date.UTC(2026, 3, 7, 11, 24, 14)
const SAMPLE_ID = 'sample-job'

const doNothing = () => {}

/**
 * Returns a result of `useItrJobStatus` to render without timers or network, the same on each call. Overrides that the phase
 * cannot have are ignored: for example a job in `connecting`, an error in `completed`, or a terminal job in `timed-out`.
 *
 * @throws {TypeError} if the phase is unknown
 * @example
 * <ItrProgress result={itrResult('failed', { failure: 'account_locked' })} />
 */
export function itrResult(phase: ItrPhase, overrides: ItrResultOverrides = {}): ItrJobStatusResult {
  if (!Object.hasOwn(phaseRules, phase))
    throw createOptionError('phase', `is ${phase}`, `one of ${Object.keys(phaseRules).join(', ')}`)
  const { isLive, ...rules } = phaseRules[phase]
  const {
    job: givenJob,
    error,
    connection = 'ok',
    isPolling = true,
    isDelayed = false,
    startedAt = phase === 'idle' ? null : STARTED_AT,
    deadlineAt = startedAt === null ? null : startedAt + 240_000,
    typicalDuration = { min: 30_000, max: 90_000 },
    retry = doNothing,
    ...jobFields
  } = overrides
  const isPossibleJob = rules.job === givenJob?.status || (rules.job === 'live' && !isTerminal(givenJob))
  const knownJob = isPossibleJob ? givenJob : { jobId: givenJob?.jobId }
  const fields = withoutUndefined({ ...knownJob, ...withoutUndefined(jobFields) })
  const liveStatus = fields.status === 'initiated' ? 'initiated' : 'processing'
  const isJobUnknown = 'job' in overrides && givenJob === undefined
  const age = isLive && isDelayed ? DELAYED_AGE : rules.age

  const result = {
    phase,
    jobId: fields.jobId ?? (phase === 'idle' ? null : SAMPLE_ID),
    job:
      rules.job === 'none' || (rules.job === 'live' && isJobUnknown)
        ? undefined
        : createJob(rules.job === 'live' ? liveStatus : rules.job, fields, age),
    error: {
      none: null,
      last:
        error === undefined && connection === 'reconnecting'
          ? new ItrStatusError('network', 'transient')
          : (error ?? null),
      always: error ?? new ItrStatusError('http', 'permanent', { status: 404 }),
    }[rules.error],
    startedAt,
    deadlineAt: phase === 'idle' ? null : deadlineAt,
    typicalDuration,
    retry,
    connection: isLive || (phase === 'timed-out' && connection === 'offline') ? connection : 'ok',
    isPolling: isLive && isPolling,
    isDelayed: isLive && isDelayed,
  }
  // The table guarantees the pairs of phase, job and error, which the compiler cannot see.
  return result as ItrJobStatusResult
}

/** Returns a job as a scenario creates it and our proxy sends it: without the upstream's error text and the report. */
function createJob(status: ItrJobStatus, fields: Partial<ItrJob>, age: number | undefined): ItrJob {
  const failure = status === 'failed' ? (fields.failure ?? 'invalid_credentials') : null
  const [scenario, elapsed] = momentOf[status](failure)
  const { currentStep, stepsCompleted, stepsFailed, changedAt } = getSnapshot(scenario, elapsed)
  const updatedAt = new Date(STARTED_AT + (age ?? changedAt)).toISOString()
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
    ...fields,
    status,
    failure,
  }
}

/** The scenario, and the ms since its start, at which a job has the status. */
const momentOf: Record<ItrJobStatus, (failure: ItrFailureCode | null) => [ItrScenario, elapsed: number]> = {
  initiated: () => [itrScenarios.happy, 0],
  processing: () => [itrScenarios.happy, 26_000],
  completed: () => [itrScenarios.happy, Infinity],
  // Not every failure code has a scenario. The others look like a portal that stopped halfway.
  failed: (failure) => [itrScenarios[isItrScenarioName(failure) ? failure : 'portal_unavailable'], Infinity],
}

const withoutUndefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
