import { createJobIds } from './createJobIds.ts'
import type { ItrScenario, ItrScenarioName } from './itrScenarios.ts'
import { resolveScenario } from './resolveScenario.ts'
import { resolveSimulatorOptions } from './resolveSimulatorOptions.ts'
import { PAN_PATTERN, route } from './route.ts'
import { toUpstream } from './toUpstream.ts'
import type { ItrSimulator, ItrSimulatorCall, ItrSimulatorOptions, SimulatedJob } from './types.ts'

/** Part of the seed of the job ids: tests with a fixed clock share a cache, where equal ids would mix up their jobs. */
let createdSimulators = 0

/** The key is `calls`, which a copy of a simulator keeps: `{ ...simulator, fetch }`. */
const keys = new WeakMap<ItrSimulator['calls'], { apiKey: string; apiSecret: string }>()

/** Returns a pair of keys that the simulator accepts. */
export const keysOf = ({ calls }: ItrSimulator) =>
  keys.get(calls) ?? { apiKey: 'simulated', apiSecret: 'simulated' }

/**
 * Creates a simulated ITR Analyzer. It serves `/itr-analyzer/analyze`, `/status` and `/data` behind any host and base path,
 * in any runtime with a web-standard `Response`. It never keeps a password. The same requests at the same `now` get the same
 * responses. The ids also depend on how many simulators this module created before, so each simulator has other job ids.
 *
 * @throws {TypeError} naming the invalid option
 * @example
 * const simulator = createItrSimulator({ scenario: 'account_locked', speed: 10 })
 * const jobId = simulator.start()
 */
export function createItrSimulator(options: ItrSimulatorOptions = {}): ItrSimulator {
  const { now, latency, speed, apiKey, apiSecret, ...resolved } = resolveSimulatorOptions(options)
  let { scenario } = resolved
  const simulatorNumber = createdSimulators++
  let startedJobs = 0
  const jobs = new Map<string, SimulatedJob>()
  const calls: ItrSimulatorCall[] = []

  function startJob(chosen: ItrScenarioName | ItrScenario, pan: string): SimulatedJob {
    const startedAt = now()
    const ids = createJobIds(startedAt, simulatorNumber, startedJobs++)
    const job = { ...ids, pan: pan.toUpperCase(), startedAt, speed, scenario: resolveScenario(chosen) }
    jobs.set(job.jobId, job)
    return job
  }

  const fetch: ItrSimulator['fetch'] = async (request) => {
    const at = now()
    const { method, url, headers } = request
    const path = new URL(url, 'http://localhost').pathname
    const { response, jobId } = route(
      { method, path, headers, body: await request.text(), at },
      { apiKey, apiSecret, scenario, jobs, startJob },
    )
    calls.push({ method, path, jobId, at, status: response.status })
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    return response
  }

  const simulator: ItrSimulator = {
    fetch,
    upstream: toUpstream(fetch),
    get scenario() {
      return scenario
    },
    set scenario(next) {
      resolveScenario(next)
      scenario = next
    },
    start(chosen = scenario, { pan = 'ABCDE1234F' } = {}) {
      if (!PAN_PATTERN.test(pan))
        throw new TypeError(
          'itr-progress: `pan` is malformed. Expected five letters, four digits and a letter, such as ABCDE1234F.',
        )
      return startJob(chosen, pan).jobId
    },
    calls,
    reset() {
      jobs.clear()
      calls.length = 0
    },
  }
  keys.set(calls, { apiKey: apiKey ?? 'simulated', apiSecret: apiSecret ?? 'simulated' })
  return simulator
}
