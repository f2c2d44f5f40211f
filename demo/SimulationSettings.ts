/** What the demo controls show of the simulated ITR Analyzer. */
export interface SimulationSettings {
  scenario: string
  /** How many times faster than in real life. */
  speed: number
  scenarios: readonly string[]
  speeds: readonly number[]
}

export interface DemoSettings {
  /** The address of the ITR Analyzer that the backend talks to. */
  analyzer: string
  /** Null where that is the real one. */
  simulation: SimulationSettings | null
}
