import type { Analyzer } from './callAnalyzer.ts'

const DEFAULT_PORT = 4310
const LAST_PORT = 65_534

export interface DemoEnvironment {
  /** Port of the backend. The simulator takes the next one if it is free. */
  port: number
  /** The real ITR Analyzer. Null: the simulated one. */
  api: Analyzer | null
}

/** @throws {TypeError} that names the variable and how to set it. Values of secrets are not shown. */
export function readEnvironment(environment: NodeJS.ProcessEnv): DemoEnvironment {
  const { FINPASS_API_KEY, FINPASS_API_SECRET, FINPASS_BASE_URL, DEMO_PORT } = environment

  const port = DEMO_PORT ? Number(DEMO_PORT) : DEFAULT_PORT
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT)
    throw new TypeError(
      `DEMO_PORT is ${DEMO_PORT}. Give a whole number from 0 (any free one) to ${LAST_PORT}, or leave it out.`,
    )

  if (FINPASS_API_KEY && FINPASS_API_SECRET)
    return {
      port,
      api: {
        baseUrl: (FINPASS_BASE_URL || 'https://api.finpass.ai/api/v1').replace(/\/+$/, ''),
        apiKey: FINPASS_API_KEY,
        apiSecret: FINPASS_API_SECRET,
      },
    }
  if (FINPASS_API_KEY || FINPASS_API_SECRET || FINPASS_BASE_URL)
    throw new TypeError(
      'The ITR Analyzer needs both FINPASS_API_KEY and FINPASS_API_SECRET. Set both, or neither for the simulated one.',
    )
  return { port, api: null }
}
