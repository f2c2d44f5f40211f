import {
  createItrSimulator,
  itrScenarios,
  type ItrScenarioName,
  type ItrSimulator,
} from 'itr-progress/testing'
import type { SimulationSettings } from '../SimulationSettings.ts'

/** Latency of each response, in ms, as in a real network. */
const LATENCY = 150

const speeds = [1, 5, 20]

/** The simulated ITR Analyzer. Scenario and speed can change while it runs. */
export interface Simulation {
  fetch: ItrSimulator['fetch']
  settings: () => SimulationSettings
  /** Applies to jobs that start from now on. @returns whether there is such a scenario and speed */
  configure: (wanted: Partial<Record<'scenario' | 'speed', unknown>>) => boolean
}

export function createSimulation(): Simulation {
  let scenario: ItrScenarioName = 'happy'
  let speed = 1
  // A simulator has one speed, so there is one for each speed. A job stays in its simulator.
  const simulators = new Map(speeds.map((speed) => [speed, createItrSimulator({ speed, latency: LATENCY })]))
  const simulatorOf = (jobId: unknown) =>
    [...simulators.values()].find(({ calls }) => calls.some((call) => call.jobId === jobId))

  return {
    async fetch({ method, url, headers, text }) {
      const body = await text()
      const simulator = simulatorOf(jobIdIn(body)) ?? simulators.get(speed)!
      simulator.scenario = scenario
      return simulator.fetch({ method, url, headers, text: async () => body })
    },
    settings: () => ({ scenario, speed, scenarios: Object.keys(itrScenarios), speeds }),
    configure(wanted) {
      const next = { scenario, speed, ...wanted }
      if (!isScenario(next.scenario) || !speeds.includes(next.speed as number)) return false
      scenario = next.scenario
      speed = next.speed as number
      return true
    },
  }
}

const isScenario = (name: unknown): name is ItrScenarioName =>
  typeof name === 'string' && Object.hasOwn(itrScenarios, name)

function jobIdIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { job_id?: unknown } | null)?.job_id
  } catch {
    return undefined
  }
}
