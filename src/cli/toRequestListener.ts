import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ItrSimulator } from '../testing/simulator/types.ts'

/** Serves a simulator with `node:http`. It passes no `Request`, which could not carry the body of the vendor's GET sample. */
export function toRequestListener(fetch: ItrSimulator['fetch']): RequestListener {
  return (incoming, outgoing) => {
    void respond(incoming, outgoing).catch(() => outgoing.destroy())
  }

  /** Rejects if the client breaks off. */
  async function respond(incoming: IncomingMessage, outgoing: ServerResponse) {
    const response = await fetch({
      method: incoming.method ?? 'GET',
      url: `http://localhost${incoming.url}`,
      headers: new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      text: () => text(incoming),
    })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(await response.text())
  }
}
