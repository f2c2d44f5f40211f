import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createItrSimulator } from '../testing/simulator/createItrSimulator.ts'
import type { SimulatorFlags } from './parseSimulatorFlags.ts'
import { toRequestListener } from './toRequestListener.ts'

/**
 * Starts the simulated ITR Analyzer, reachable from this machine only.
 *
 * @throws {Error} if the port is not free
 */
export async function startSimulator({ port, ...options }: SimulatorFlags) {
  const server: Server = createServer(toRequestListener(createItrSimulator(options).fetch))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Port ${port} cannot be used (${error.code}). Choose another one with \`--port\`.`)
  })
  return { server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1` }
}
