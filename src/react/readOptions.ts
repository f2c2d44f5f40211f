import type { QueryClient } from '@tanstack/react-query'
import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrStatusError } from '../contract/ItrStatusError.ts'
import { toIsoTime } from '../contract/toIsoTime.ts'
import type { PollingOptions } from '../polling/nextCheck.ts'
import type { PollingInterval } from '../polling/pace.ts'
import type { ItrHeaders, ItrStatusRequest } from '../transport/askItrStatus.ts'

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
  enabled: boolean
}

/** @throws {TypeError} that names the option and its value. */
export function readOptions(options: ItrJobStatusOptions): ItrSettings {
  const { jobId, proxyUrl, interval, fetch, headers, credentials = 'same-origin', enabled = true } = options
  const { timeout = 240_000, requestTimeout = 15_000, startedAt } = options
  const { min = 5_000, max = 10_000 } = interval ?? {}

  if (jobId !== undefined && jobId !== null && typeof jobId !== 'string')
    refuse('jobId', jobId, 'It must be a string, or null or undefined while there is none.')
  if (!proxyUrl)
    throw new TypeError(
      'itr-progress: proxyUrl is missing. Pass it as the option or prop `proxyUrl`, or once for a tree with <ItrProvider proxyUrl="…">.',
    )
  if (typeof proxyUrl !== 'string' && !(proxyUrl instanceof URL))
    refuse('proxyUrl', proxyUrl, 'It must be a string or a URL.')
  checkDuration('interval.min', min)
  checkDuration('interval.max', max)
  if (min > max) refuse('interval.min', min, `It must not be above interval.max (${max}).`)
  if (timeout !== Infinity) checkDuration('timeout', timeout)
  checkDuration('requestTimeout', requestTimeout)

  return {
    jobId: jobId || null,
    proxyUrl: proxyUrl as string | URL,
    fetch,
    headers,
    credentials,
    interval: { min, max },
    timeout,
    requestTimeout,
    startedAt: startedAt === undefined ? null : readTime(startedAt),
    enabled,
  }
}

function checkDuration(option: string, value: unknown) {
  if (typeof value !== 'number' || !(value > 0) || value === Infinity)
    refuse(option, value, 'It must be a number of ms above zero.')
}

function readTime(value: unknown): number {
  const time =
    typeof value === 'string'
      ? Date.parse(toIsoTime(value) ?? value)
      : value instanceof Date
        ? value.getTime()
        : typeof value === 'number'
          ? value
          : NaN
  if (!(time > 0) || time === Infinity)
    refuse('startedAt', value, 'It must be a Date, epoch ms or a date as a string.')
  return time
}

function refuse(option: string, value: unknown, remedy: string): never {
  throw new TypeError(`itr-progress: ${option} is ${show(value)}. ${remedy}`)
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value)
}
