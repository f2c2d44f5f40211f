import { maskPan } from '../../contract/maskPan.ts'
import { resolveSimulatorOptions } from './resolveSimulatorOptions.ts'
import { isItrScenarioName, scenarioNames, type ItrScenario, type ItrScenarioName } from './itrScenarios.ts'
import { simulatedData } from './simulatedData.ts'
import { simulatedIds } from './simulatedIds.ts'
import { snapshotAt } from './snapshotAt.ts'
import { toItrScenario } from './toItrScenario.ts'

export interface ItrSimulatorOptions {
  /** The clock, in epoch ms. Default: `Date.now`, looked up at each call so that fake timers reach it. */
  now?: () => number
  /**
   * How long each answer is held back, in ms of real time whatever `speed` says. Default: 0, no timer at all.
   */
  latency?: number
  /** How many times faster than `now` the jobs' own clocks go. Default: 1. */
  speed?: number
  /** What `/analyze` plays. Default: `'happy'`. */
  scenario?: ItrScenarioName | ItrScenario
  /** The one `X-API-KEY` that passes. Default: any that is not empty. */
  apiKey?: string
  /** The one `X-API-SECRET` that passes. Default: any that is not empty. */
  apiSecret?: string
}

/** One request that the simulator answered. */
export interface ItrSimulatorCall {
  method: string
  /** As it was asked for, base path included. */
  path: string
  /** The job that was asked about or, by `/analyze`, begun; null without one. */
  jobId: string | null
  /** When it came in, in `now`'s time. */
  at: number
  status: number
}

export interface ItrSimulator {
  /**
   * Bound, so it may be passed on alone. It reads no more than `method`, `url`, `headers` and `text()`, so
   * something like a Request that says GET may carry a body.
   */
  fetch: (request: Pick<Request, 'method' | 'url' | 'headers' | 'text'>) => Promise<Response>
  /** What the next `/analyze` plays; may be set. */
  scenario: ItrScenarioName | ItrScenario
  /**
   * Begins a job without `/analyze`: of the simulator's scenario and for `ABCDE1234F`, if nothing else is
   * said.
   *
   * @returns its raw id
   * @throws {TypeError} where the scenario is unknown or the PAN malformed.
   */
  start: (scenario?: ItrScenarioName | ItrScenario, job?: { pan?: string }) => string
  /** In the order in which they came in. */
  readonly calls: readonly ItrSimulatorCall[]
  /** Forgets all jobs and calls. Ids are not given again. */
  reset: () => void
}

interface SimulatedJob {
  jobId: string
  docId: string
  pan: string
  startedAt: number
  scenario: ItrScenario
}

interface Answer {
  status: number
  /** A string goes out as it is, as HTML. */
  body: object | string
  headers?: Record<string, string>
  jobId?: string
}

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/i
const ENDPOINT = /\/itr-analyzer\/(analyze|status|data)$/
const methods = { analyze: ['POST'], status: ['POST', 'GET'], data: ['POST', 'GET'] }

/** Published for `/analyze`, word for word. */
const MALFORMED_PAN = 'Invalid PAN format. PAN must be a 10-character alphanumeric string (e.g., ABCDE1234F).'

const accepted = (message: string, data: object): Answer => ({
  status: 200,
  body: { success: true, message, data },
})

/** All but INVALID_INPUT is ours: the vendor publishes no other error code and no HTTP status. */
const refused = (status: number, error_code: string, message: string): Answer => ({
  status,
  body: { success: false, message, error_code },
})

const simulatorKeys = new WeakMap<ItrSimulator, { apiKey: string; apiSecret: string }>()

/** A pair that the simulator lets pass, for our own proxy before it. */
export const keysOf = (simulator: ItrSimulator) =>
  simulatorKeys.get(simulator) ?? { apiKey: 'simulated', apiSecret: 'simulated' }

/**
 * The ITR Analyzer without the ITR Analyzer: `/itr-analyzer/analyze`, `/status` and `/data` behind any host
 * and base path, in any runtime with a web-standard `Response`. It keeps no password, and the same calls at
 * the same `now` get the same answers, ids included.
 *
 * @throws {TypeError} that names the option and the value.
 * @example
 * const simulator = createItrSimulator({ scenario: 'account_locked', speed: 10 })
 * const jobId = simulator.start()
 */
export function createItrSimulator(options: ItrSimulatorOptions = {}): ItrSimulator {
  const { now = () => Date.now(), latency = 0, speed = 1, apiKey, apiSecret } = options
  resolveSimulatorOptions(options)

  let scenario = options.scenario ?? 'happy'
  let started = 0
  const jobs = new Map<string, SimulatedJob>()
  const calls: ItrSimulatorCall[] = []

  function begin(course: ItrScenario, pan: string): SimulatedJob {
    const startedAt = now()
    const job = { ...simulatedIds(startedAt, started++), pan: pan.toUpperCase(), startedAt, scenario: course }
    jobs.set(job.jobId, job)
    return job
  }

  /** A moment of the job's own clock, in `now`'s time. */
  const timeOf = (job: SimulatedJob, elapsed: number) => new Date(job.startedAt + elapsed / speed)
  const elapsedOf = (job: SimulatedJob, at: number) => Math.max(0, (at - job.startedAt) * speed)

  function analyze({ username, password }: Record<string, unknown>): Answer {
    if (typeof username !== 'string' || !PAN.test(username))
      return refused(400, 'INVALID_INPUT', MALFORMED_PAN)
    if (typeof password !== 'string' || password === '')
      return refused(400, 'INVALID_INPUT', 'The portal password is missing.')
    const chosen = /^scenario:(.*)$/.exec(password)?.[1] ?? scenario
    if (typeof chosen === 'string' && !isItrScenarioName(chosen))
      return refused(400, 'INVALID_INPUT', `The password names no scenario. There are: ${scenarioNames}.`)
    const job = begin(toItrScenario(chosen), username)
    return {
      ...accepted('ITR analysis job submitted successfully', {
        job_id: job.jobId,
        status: 'initiated',
        pan: maskPan(job.pan),
        created_at: toZonedTime(timeOf(job, 0)),
      }),
      jobId: job.jobId,
    }
  }

  function status(job: SimulatedJob, method: string, at: number): Answer {
    const elapsed = elapsedOf(job, at)
    const { ending, glitches = [] } = job.scenario
    const isOver = ending !== null && elapsed >= ending.at
    const glitch = glitches.find(
      ({ kind, from, until }) => from <= elapsed && elapsed < until && !(kind === 'older' && isOver),
    )
    switch (glitch?.kind) {
      case 'error':
        return refused(503, 'SERVICE_UNAVAILABLE', 'The service is unavailable for the moment.')
      case 'busy':
        return {
          ...refused(429, 'RATE_LIMITED', 'Too many requests.'),
          headers: { 'Retry-After': String(glitch.by ?? 5) },
        }
      case 'garbage':
        return { status: 200, body: '<!doctype html><title>Please wait</title>' }
      case 'older':
        return report(job, method, Math.max(0, elapsed - (glitch.by ?? 10_000)))
      case undefined:
        return report(job, method, elapsed)
    }
  }

  function report(job: SimulatedJob, method: string, elapsed: number): Answer {
    const snapshot = snapshotAt(job.scenario, elapsed)
    const toText = method === 'GET' ? toZonelessTime : toZonedTime
    const changedAt = toText(timeOf(job, snapshot.changedAt))
    const isCompleted = snapshot.status === 'completed'
    const flat = {
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
    return method === 'GET'
      ? { status: 200, body: flat }
      : accepted('Job status fetched successfully', { ...flat, pan: job.pan })
  }

  function data(job: SimulatedJob, at: number): Answer {
    return snapshotAt(job.scenario, elapsedOf(job, at)).status === 'completed'
      ? accepted('ITR data fetched successfully', { job_id: job.jobId, pan: job.pan, ...simulatedData })
      : refused(409, 'JOB_NOT_COMPLETED', 'The job is not completed.')
  }

  function answer(method: string, path: string, headers: Headers, text: string, at: number): Answer {
    const endpoint = ENDPOINT.exec(path)?.[1] as keyof typeof methods | undefined
    if (!endpoint) return refused(404, 'NOT_FOUND', 'There is nothing at this path.')
    if (!methods[endpoint].includes(method))
      return {
        ...refused(405, 'METHOD_NOT_ALLOWED', `${method} is not for this path.`),
        headers: { Allow: methods[endpoint].join(', ') },
      }
    if (!passes(headers.get('X-API-KEY'), apiKey) || !passes(headers.get('X-API-SECRET'), apiSecret))
      return refused(401, 'UNAUTHORIZED', 'X-API-KEY or X-API-SECRET is wrong or missing.')
    const body = readObject(text)
    if (endpoint === 'analyze') return analyze(body)
    if (typeof body.job_id !== 'string' || body.job_id === '')
      return refused(400, 'INVALID_INPUT', 'The body must be JSON with a job_id.')
    const job = jobs.get(body.job_id)
    const found = !job
      ? refused(404, 'JOB_NOT_FOUND', 'There is no job of this id.')
      : endpoint === 'data'
        ? data(job, at)
        : status(job, method, at)
    return { ...found, jobId: body.job_id }
  }

  const simulator: ItrSimulator = {
    async fetch(request) {
      const at = now()
      const { method, url, headers } = request
      const path = new URL(url, 'http://localhost').pathname
      const {
        status,
        body,
        headers: more,
        jobId = null,
      } = answer(method, path, headers, await request.text(), at)
      calls.push({ method, path, jobId, at, status })
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
      return typeof body === 'string'
        ? new Response(body, { status, headers: { 'Content-Type': 'text/html' } })
        : new Response(JSON.stringify(body), {
            status,
            headers: { 'Content-Type': 'application/json', ...more },
          })
    },
    get scenario() {
      return scenario
    },
    set scenario(next) {
      toItrScenario(next)
      scenario = next
    },
    start(course = scenario, { pan = 'ABCDE1234F' } = {}) {
      if (!PAN.test(pan))
        throw new TypeError('start: pan must be five letters, four digits and a letter, such as ABCDE1234F.')
      return begin(toItrScenario(course), pan).jobId
    },
    calls,
    reset() {
      jobs.clear()
      calls.length = 0
    },
  }
  simulatorKeys.set(simulator, { apiKey: apiKey ?? 'simulated', apiSecret: apiSecret ?? 'simulated' })
  return simulator
}

const passes = (given: string | null, expected: string | undefined) =>
  expected === undefined ? Boolean(given) : given === expected.trim()

function readObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** As the enveloped answer writes times: `2024-11-15T10:23:42Z`, with a fraction only where there is one. */
const toZonedTime = (time: Date) => time.toISOString().replace('.000Z', 'Z')

/** As the flat answer writes them: `2026-04-07T11:24:14.383000`, UTC without saying so. */
const toZonelessTime = (time: Date) => time.toISOString().replace('Z', '000')
