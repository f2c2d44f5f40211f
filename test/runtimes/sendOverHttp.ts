import { request as startRequest } from 'node:http'
import { pipeline, Readable } from 'node:stream'

export interface HttpRequest {
  method?: string
  /** A list becomes one header line for each value. Null removes a default header. */
  headers?: Record<string, string | string[] | null>
  /** A string is sent with its length, an iterable in chunks. */
  body?: string | AsyncIterable<Uint8Array> | null
  signal?: AbortSignal
}

/** Sends any header, method and body: `fetch` refuses some of them, and a body that contradicts its Content-Length. */
export const sendOverHttp = (
  url: string,
  { method = 'POST', headers = {}, body = null, signal }: HttpRequest,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const given = Object.entries(headers).filter(([, value]) => value !== null)
    const outgoing = startRequest(url, {
      method,
      headers: Object.fromEntries(given) as Record<string, string | string[]>,
      agent: false,
      ...(signal && { signal }),
    })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        // The rest of a body that the server did not read.
        outgoing.destroy()
        const received = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        )
        const content = chunks.length > 0 ? Buffer.concat(chunks) : null
        resolve(new Response(content, { status: incoming.statusCode ?? 0, headers: received }))
      })
    })
    if (body === null || typeof body === 'string') outgoing.end(body ?? undefined)
    else pipeline(Readable.from(body), outgoing, () => undefined)
  })
