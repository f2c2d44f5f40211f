import type { ItrUpstream } from '../../proxy/types.ts'
import type { ItrScenario, ItrScenarioName } from './itrScenarios.ts'

export interface ItrSimulatorOptions {
  /** Returns the time in epoch ms. Default: `Date.now`, looked up at each call so that fake timers work. */
  now?: (() => number) | undefined
  /** Delay of each response, in ms of real time: `speed` does not shorten it. Default: 0, without a timer. */
  latency?: number | undefined
  /** Factor by which the clocks of the jobs run faster than `now`. Default: 1. */
  speed?: number | undefined
  /**
   * Default scenario of `start()` and of each job that `/analyze` starts. The password `scenario:slow` selects one in `/analyze`.
   * Default: `'happy'`.
   */
  scenario?: ItrScenarioName | ItrScenario | undefined
  /** The accepted `X-API-KEY`. Default: any non-empty value. */
  apiKey?: string | undefined
  /** The accepted `X-API-SECRET`. Default: any non-empty value. */
  apiSecret?: string | undefined
}

/** One request that the simulator received. */
export interface ItrSimulatorCall {
  method: string
  /** Path of the URL, including the base path. */
  path: string
  /** The job in the request, or the job that `/analyze` started; null if there is none. */
  jobId: string | null
  /** When the request arrived, in epoch ms of `now`. */
  at: number
  /** HTTP status of the response. */
  status: number
}

export interface ItrSimulator {
  /**
   * Handles one request to the ITR Analyzer. Bound, so it can be passed on alone. It reads nothing else of the request, so an
   * object in place of a `Request` can be a GET with a body.
   */
  fetch: (request: Pick<Request, 'method' | 'url' | 'headers' | 'text'>) => Promise<Response>
  /** For the option `upstream` of `createItrStatusProxy`: requests reach this simulator instead of the network. */
  upstream: ItrUpstream
  /** Default scenario of the next job. Can be set. */
  scenario: ItrScenarioName | ItrScenario
  /**
   * Starts a job without a request to `/analyze`. Defaults: the simulator's scenario, PAN `ABCDE1234F`.
   *
   * @returns the raw job id
   * @throws {TypeError} if the scenario is unknown or the PAN is malformed
   */
  start: (scenario?: ItrScenarioName | ItrScenario, job?: { pan?: string | undefined }) => string
  /** All requests, in the order of arrival. */
  readonly calls: readonly ItrSimulatorCall[]
  /** Removes all jobs and calls. Job ids are not reused. */
  reset: () => void
}

export interface SimulatedJob {
  jobId: string
  docId: string
  pan: string
  /** Epoch ms of `now`. */
  startedAt: number
  speed: number
  scenario: ItrScenario
}
