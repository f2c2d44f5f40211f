/** State of the simulated ITR Analyzer, for the demo controls. */
export interface SimulationSettings {
  scenario: string
  /** How many times faster than in real life. */
  speed: number
  scenarios: readonly string[]
  speeds: readonly number[]
}

export interface DemoSettings {
  /** URL of the upstream. */
  analyzer: string
  /** Null if the upstream is the real one. */
  simulation: SimulationSettings | null
}
