import type { QueryClient } from '@tanstack/react-query'
import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { toIsoTime } from '../contract/toIsoTime.ts'
import { createOptionError } from '../internal/createOptionError.ts'
import type { PollingOptions } from '../polling/getNextPollDelay.ts'
import type { ItrDuration, ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'
import type { ItrHeaders, ItrStatusRequest } from '../transport/fetchItrStatus.ts'

/** How to reach the host's proxy. */
export interface ItrTransportOptions {
  /** URL of the proxy on the host's own backend. Default: that of the nearest `ItrProvider`. */
  proxyUrl?: string | URL | undefined
  /** Default: the global `fetch`, looked up at each request. */
  fetch?: typeof globalThis.fetch | undefined
  /** For the host's session or CSRF token. A function runs at each request. `Accept` and `Content-Type` cannot be changed. */
  headers?: ItrHeaders | undefined
  /** Default: `same-origin`. */
  credentials?: RequestCredentials | undefined
}

export interface ItrJobStatusOptions extends ItrTransportOptions {
  /** The handle of the job. Without one the phase is `idle` and no request is sent. */
  jobId: string | null | undefined
  /** Shortest and longest wait between two polls, in ms. Default: `{ min: 5000, max: 10000 }` (vendor doc: 5-10 s). */
  interval?: Partial<ItrDuration> | undefined
  /**
   * Time in ms after which the phase becomes `timed-out` (the polling window). `Infinity`: never. Default: 240000 (vendor doc:
   * 3-5 minutes).
   */
  timeout?: number | undefined
  /** Time limit of one request, in ms. Default: 15000. */
  requestTimeout?: number | undefined
  /**
   * Usual duration of a job, in ms. Polls are most frequent within it, `isDelayed` is true after it, and the text names it.
   * Default: `{ min: 30000, max: 90000 }` (vendor doc: 30-90 s).
   */
  typicalDuration?: Partial<ItrDuration> | undefined
  /**
   * Start of the polling window, to resume it after a reload: a Date, epoch ms or an ISO string. Null and `''` count as not given.
   * Read once per `jobId`, when watching begins. Default: when polling begins.
   */
  startedAt?: Date | number | string | null | undefined
  /** Default: true. */
  enabled?: boolean | undefined
  /**
   * Called when the phase becomes `completed`, also if the job was completed before the mount. Runs in an effect, once each
   * time the phase begins, for each mounted hook.
   */
  onCompleted?: ((job: ItrJob) => void) | undefined
  /** Called when the job failed. Runs like `onCompleted`. */
  onFailed?: ((job: ItrJob) => void) | undefined
  /** Called when the window closed before the job was terminal. Runs like `onCompleted`. */
  onTimedOut?: ((job: ItrJob | undefined) => void) | undefined
  /**
   * Called when the phase becomes `error`: after one permanent failure, such as a 404, or three doubtful failures in a row. Not
   * called while polling goes on. Runs like `onCompleted`.
   */
  onError?: ((error: ItrStatusError) => void) | undefined
  /** Called at each change of phase, for analytics. Runs in an effect, but not for the first phase after mount. */
  onPhaseChange?: ((phase: ItrPhase, previousPhase: ItrPhase, result: ItrJobStatusResult) => void) | undefined
  /**
   * QueryClient of react-query, read at the first render only. Default: that of the nearest `QueryClientProvider`, else the
   * package's own.
   */
  queryClient?: QueryClient | undefined
}

/** The options with their defaults, checked. */
export interface ItrSettings extends Omit<ItrStatusRequest, 'jobId'>, PollingOptions {
  jobId: string | null
  startedAt: number | null
  /** Always false without a jobId. */
  enabled: boolean
}

/** @throws {TypeError} for a bad option; the message names the option and its value */
export function resolveOptions(options: ItrJobStatusOptions): ItrSettings {
  const { jobId, proxyUrl, credentials = 'same-origin', enabled = true } = options
  const { timeout = 240_000, requestTimeout = 15_000 } = options

  check('proxyUrl', proxyUrl, !!proxyUrl, 'a URL, as an option or from <ItrProvider proxyUrl>')
  check('jobId', jobId, typeof (jobId ?? '') === 'string', 'a string or null')
  checkMs('requestTimeout', requestTimeout)
  if (timeout !== Infinity) checkMs('timeout', timeout)

  return {
    ...options,
    proxyUrl: proxyUrl!,
    jobId: jobId || null,
    credentials,
    timeout,
    requestTimeout,
    interval: resolveDuration('interval', options.interval, 5_000, 10_000),
    typicalDuration: resolveDuration('typicalDuration', options.typicalDuration, 30_000, 90_000),
    startedAt: resolveStartedAt(options.startedAt),
    enabled: enabled && !!jobId,
  }
}

function resolveDuration(
  option: string,
  given: Partial<ItrDuration> | undefined,
  defaultMin: number,
  defaultMax: number,
): ItrDuration {
  const { min = defaultMin, max = defaultMax } = given ?? {}
  checkMs(`${option}.max`, max)
  checkMs(`${option}.min`, min)
  check(`${option}.min`, min, min <= max, `at most \`${option}.max\` (${max})`)
  return { min, max }
}

/** Lower numbers are dates before 1974, so they are seconds by mistake. */
const MIN_EPOCH_MS = 1e11

function resolveStartedAt(value: ItrJobStatusOptions['startedAt']): number | null {
  if ((value ?? '') === '') return null
  const time = Number(typeof value === 'string' ? Date.parse(toIsoTime(value) ?? value) : value)
  const isGood = time >= MIN_EPOCH_MS && time < Infinity
  check('startedAt', value, isGood, 'a Date, epoch milliseconds (not seconds) or an ISO 8601 string')
  return time
}

function check(option: string, value: unknown, isGood: boolean, expected: string) {
  if (!isGood) throw createOptionError(option, `is ${String(value)}`, expected)
}

const checkMs = (option: string, ms: number) =>
  check(option, ms, Number.isFinite(ms) && ms > 0, 'a positive number of milliseconds')
