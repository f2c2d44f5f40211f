import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createBackend } from './createBackend.ts'
import { createSimulation } from './createSimulation.ts'
import { listen } from './listen.ts'
import { readEnvironment } from './readEnvironment.ts'
import { toRequestListener } from '../../src/cli/toRequestListener.ts'

/** Paths of the page and its routes. All others are modules and styles. */
const OWN_PATHS = /^\/(api\/|\?|$)/

/** Middleware that serves modules and styles. */
type Assets = (...args: [...Parameters<RequestListener>, next: () => void]) => void

/**
 * Starts the backend and, unless the environment names a real ITR Analyzer, a simulated one on a port of its own.
 *
 * @throws {TypeError} where the environment is contradictory.
 */
export async function startDemo(assets: Assets, environment: NodeJS.ProcessEnv) {
  const { port, api } = readEnvironment(environment)

  const simulation = api ? null : createSimulation()
  const simulator =
    simulation && (await listen(createServer(toRequestListener(simulation.fetch)), port && port + 1))
  const analyzer = api ?? {
    baseUrl: `${simulator?.origin}/api/v1`,
    apiKey: 'simulated-key',
    apiSecret: 'simulated-secret',
  }

  const answer = getRequestListener(createBackend(analyzer, simulation).fetch)
  const backend = await listen(
    createServer((request, response) => {
      const isOurs = OWN_PATHS.test(request.url ?? '')
      if (isOurs) void answer(request, response)
      else assets(request, response, () => void answer(request, response))
    }),
    port,
  )

  console.log(`
  Loan application   ${backend.origin}
  ITR Analyzer       ${analyzer.baseUrl}${simulation ? ' (simulated)' : ''}

  Ctrl-C stops ${simulation ? 'both' : 'it'}.
`)

  return {
    async stop() {
      await Promise.all([backend.stop(), simulator?.stop()])
    },
  }
}
