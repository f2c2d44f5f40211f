import { text } from 'node:stream/consumers'
import { createItrSimulator } from 'itr-progress/testing'
import { startOnLoopback } from '../startOnLoopback.ts'
import { ORIGIN } from './requests.ts'

interface ReceivedRequest {
  method: string
  path: string
  headers: string
  body: string
}

/** Starts the simulated ITR Analyzer on loopback. It records every request. If `respond` is set, it responds instead. */
export async function startSimulator() {
  const simulator = createItrSimulator()
  const requests: ReceivedRequest[] = []
  const server = await startOnLoopback(async (incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const body = await text(incoming)
    requests.push({ method, path, headers: JSON.stringify(headers), body })
    const given = upstream.respond?.(path)
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
  const upstream = {
    simulator,
    requests,
    respond: undefined as ((path: string) => Response | 'hang up' | undefined) | undefined,
    baseUrl: `${server.origin}/api/v1`,
    stop: server.stop,
  }
  return upstream
}

/** Returns the environment variables of the recipes. Set them before importing a recipe. */
export const environmentOf = ({ baseUrl }: { baseUrl: string }) => ({
  FINPASS_API_KEY: 'key-5b1c9e',
  FINPASS_API_SECRET: 'secret-77aa01',
  FINPASS_BASE_URL: baseUrl,
  APP_ORIGIN: ORIGIN,
  ITR_HANDLE_SECRETS: 'dGhlIGZpcnN0IG9uZSBzZWFscyBoYW5kbGVz, b2xkZXIgb25lcyBzdGlsbCBvcGVuIHRoZW0=',
})
