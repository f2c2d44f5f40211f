import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createItrSimulator } from 'itr-progress/testing'

/** One request that the server received. */
export interface Arrival {
  method: string
  path: string
  headers: string
  body: string
}

/** Starts the simulated ITR Analyzer on loopback. It records every request. If `answer` is set, it responds instead. */
export async function startSimulator() {
  const simulator = createItrSimulator()
  const arrivals: Arrival[] = []
  const upstream = {
    simulator,
    arrivals,
    answer: undefined as ((path: string) => Response | 'hang up' | undefined) | undefined,
    baseUrl: '',
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const body = await text(incoming)
    arrivals.push({ method, path, headers: JSON.stringify(headers), body })
    const given = upstream.answer?.(path)
    if (given === 'hang up') return void incoming.socket.destroy()
    const response =
      given ??
      (await simulator.fetch({
        method,
        url: `http://localhost${path}`,
        headers: new Headers(headers as Record<string, string>),
        text: async () => body,
      }))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(await response.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  upstream.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
  return upstream
}

/** Returns the environment variables of the recipes. Set them before importing a recipe. */
export const environmentOf = ({ baseUrl }: { baseUrl: string }) => ({
  FINPASS_API_KEY: 'key-5b1c9e',
  FINPASS_API_SECRET: 'secret-77aa01',
  FINPASS_BASE_URL: baseUrl,
  ITR_HANDLE_SECRETS: 'dGhlIGZpcnN0IG9uZSBzZWFscyBoYW5kbGVz, b2xkZXIgb25lcyBzdGlsbCBvcGVuIHRoZW0=',
})
