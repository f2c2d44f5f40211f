import type { QueryClient } from '@tanstack/react-query'
import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { toIsoTime } from '../contract/toIsoTime.ts'
import type { PollingOptions } from '../polling/nextCheck.ts'
import type { PollingInterval } from '../polling/pace.ts'
import type { ItrHeaders, ItrStatusRequest } from '../transport/fetchItrStatus.ts'
import { withDefaults } from './withDefaults.ts'

/** How to reach the host's proxy. */
export interface ItrTransportOptions {
  /** Where the host's own backend answers with the status. Default: that of the nearest `ItrProvider`. */
  proxyUrl?: string | URL | undefined
  /** Default: the global `fetch`, looked up at each request. */
  fetch?: typeof globalThis.fetch | undefined
  /** For the host's session or CSRF token; a function runs at each request. `Accept` and `Content-Type` are ours. */
  headers?: ItrHeaders | undefined
  /** Default: `same-origin`. */
  credentials?: RequestCredentials | undefined
}

export interface ItrJobStatusOptions extends ItrTransportOptions {
  /** The opaque id that the host holds for the job. Without one the phase is `idle` and nothing is asked. */
  jobId: string | null | undefined
  /** Shortest and longest wait between two checks, in ms. Default: `{ min: 5000, max: 10000 }` (vendor doc: 5–10 s). */
  interval?: Partial<PollingInterval> | undefined
  /** How long the window is open, in ms; `Infinity` = for ever. Default: 240000 (vendor doc: 3–5 minutes). */
  timeout?: number | undefined
  /** How long one request may take, in ms. Default: 15000. */
  requestTimeout?: number | undefined
  /**
   * When the window opened, to resume it after a reload: a Date, epoch ms or an ISO string. Read when a jobId begins to be
   * watched, and never again. Default: when watching begins.
   */
  startedAt?: Date | number | string | undefined
  /** Default: true. */
  enabled?: boolean | undefined
  /** The verification is complete. This and the next three run in an effect, once per settlement per mounted watcher. */
  onCompleted?: ((job: ItrJob) => void) | undefined
  /** The verification said no. */
  onFailed?: ((job: ItrJob) => void) | undefined
  /** The window closed without a verdict. */
  onTimedOut?: ((job: ItrJob | undefined) => void) | undefined
  /** We could not ask, and asking again cannot help. Never a single failed check. */
  onError?: ((error: ItrStatusError) => void) | undefined
  /** Default: the nearest provider's, else the package's own. */
  queryClient?: QueryClient | undefined
}

/** The options with their defaults, checked. */
export interface ItrSettings extends Omit<ItrStatusRequest, 'jobId'>, PollingOptions {
  jobId: string | null
  startedAt: number | null
  /** Without a job nothing is. */
  enabled: boolean
}

const defaults = {
  credentials: 'same-origin' as RequestCredentials,
  timeout: 240_000,
  requestTimeout: 15_000,
  enabled: true,
}

/** @throws {TypeError} that names the option and its value. */
export function resolveOptions(options: ItrJobStatusOptions): ItrSettings {
  const settings = withDefaults(options, defaults)
  const { jobId, proxyUrl, startedAt, timeout, requestTimeout } = settings
  const interval = withDefaults(options.interval ?? {}, { min: 5_000, max: 10_000 })
  const { min, max } = interval
  const time = startedAt === undefined ? null : toTime(startedAt)

  check('proxyUrl', proxyUrl, proxyUrl, 'given, as an option or by <ItrProvider>')
  check('jobId', jobId, typeof (jobId ?? '') === 'string', 'a string or null')
  checkMs('interval.max', max)
  checkMs('interval.min', min)
  checkMs('requestTimeout', requestTimeout)
  if (timeout !== Infinity) checkMs('timeout', timeout)
  check('interval.min', min, min <= max, `at most interval.max (${max})`)
  check('startedAt', startedAt, time === null || isAboveZero(time), 'a date')

  return {
    ...settings,
    proxyUrl: proxyUrl!,
    jobId: jobId || null,
    interval,
    startedAt: time,
    enabled: settings.enabled && !!jobId,
  }
}

function check(option: string, value: unknown, isGood: unknown, wanted: string) {
  if (!isGood) throw new TypeError(`itr-progress: ${option} is ${String(value)}. It must be ${wanted}.`)
}

const checkMs = (option: string, ms: unknown) => check(option, ms, isAboveZero(ms), 'ms above 0')

const isAboveZero = (value: unknown) => typeof value === 'number' && value > 0 && value < Infinity

/** epoch ms, or NaN */
const toTime = (value: Date | number | string) =>
  Number(typeof value === 'string' ? Date.parse(toIsoTime(value) ?? value) : value)
