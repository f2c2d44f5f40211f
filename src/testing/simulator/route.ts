import { parseJson } from '../../internal/parseJson.ts'
import { isItrScenarioName, scenarioNames, type ItrScenario, type ItrScenarioName } from './itrScenarios.ts'
import { analyzeResponse, dataResponse, failure, statusResponse } from './jobResponses.ts'
import type { SimulatedJob } from './types.ts'

export const PAN_PATTERN = /^[A-Z]{5}[0-9]{4}[A-Z]$/i

const ENDPOINT = /\/itr-analyzer\/(analyze|status|data)$/

const methods = { analyze: ['POST'], status: ['POST', 'GET'], data: ['POST', 'GET'] }

/** The vendor's published message for `/analyze`. */
const MALFORMED_PAN = 'Invalid PAN format. PAN must be a 10-character alphanumeric string (e.g., ABCDE1234F).'

interface SimulatorRequest {
  method: string
  path: string
  headers: Headers
  body: string
  /** When the request arrived, in epoch ms of `now`. */
  at: number
}

/** The state of the simulator that a request can read, and the one change that it can make. */
interface SimulatorContext {
  apiKey: string | undefined
  apiSecret: string | undefined
  scenario: ItrScenarioName | ItrScenario
  jobs: ReadonlyMap<string, SimulatedJob>
  startJob: (scenario: ItrScenarioName | ItrScenario, pan: string) => SimulatedJob
}

interface Routed {
  response: Response
  /** The job in the request, or the one that it started. */
  jobId: string | null
}

/** Handles one request to the ITR Analyzer, behind any base path. The order of the checks is ours. */
export function route(request: SimulatorRequest, context: SimulatorContext): Routed {
  const { method, path, headers, body, at } = request
  const endpoint = ENDPOINT.exec(path)?.[1] as keyof typeof methods | undefined
  if (!endpoint) return reject(404, 'NOT_FOUND', 'There is no such path.')
  if (!methods[endpoint].includes(method)) {
    const headers = { Allow: methods[endpoint].join(', ') }
    return reject(405, 'METHOD_NOT_ALLOWED', 'This path does not support the method.', headers)
  }
  const { apiKey, apiSecret } = context
  if (!isAccepted(headers.get('X-API-KEY'), apiKey) || !isAccepted(headers.get('X-API-SECRET'), apiSecret))
    return reject(401, 'UNAUTHORIZED', 'X-API-KEY or X-API-SECRET is wrong or missing.')

  const fields = Object(parseJson(body)) as Record<string, unknown>
  if (endpoint === 'analyze') return analyze(fields, context)
  const { job_id: jobId } = fields
  if (typeof jobId !== 'string' || jobId === '')
    return reject(400, 'INVALID_INPUT', 'The body must be JSON with a job_id.')
  const job = context.jobs.get(jobId)
  if (!job) return { response: failure(404, 'JOB_NOT_FOUND', 'There is no job with this id.'), jobId }
  return { response: endpoint === 'data' ? dataResponse(job, at) : statusResponse(job, method, at), jobId }
}

function analyze({ username, password }: Record<string, unknown>, context: SimulatorContext): Routed {
  if (typeof username !== 'string' || !PAN_PATTERN.test(username))
    return reject(400, 'INVALID_INPUT', MALFORMED_PAN)
  if (typeof password !== 'string' || password === '')
    return reject(400, 'INVALID_INPUT', 'The portal password is missing.')
  const scenario = /^scenario:(.*)$/.exec(password)?.[1] ?? context.scenario
  if (typeof scenario === 'string' && !isItrScenarioName(scenario))
    return reject(
      400,
      'INVALID_INPUT',
      `The password names an unknown scenario. Expected one of ${scenarioNames}.`,
    )
  const job = context.startJob(scenario, username)
  return { response: analyzeResponse(job), jobId: job.jobId }
}

const reject = (...args: Parameters<typeof failure>): Routed => ({ response: failure(...args), jobId: null })

const isAccepted = (value: string | null, expected: string | undefined) =>
  expected === undefined ? Boolean(value) : value === expected
