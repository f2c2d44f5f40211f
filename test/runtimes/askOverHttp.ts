import { request as send } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Question } from './StatusHost.ts'

/**
 * Asks a host as any client may, a browser or none: unlike `fetch`, `node:http` takes every header and method, and a body
 * that does not keep to its Content-Length.
 */
export const askOverHttp =
  (origin: string) =>
  (path: string, { method = 'POST', headers = {}, body = null, signal }: Question): Promise<Response> =>
    new Promise((resolve, reject) => {
      const given = Object.entries(headers).filter(([, value]) => value !== null)
      const outgoing = send(new URL(path, origin), {
        method,
        headers: Object.fromEntries(given) as Record<string, string | string[]>,
        agent: false,
        ...(signal && { signal }),
      })
      outgoing.on('response', (incoming) => {
        // What is still to be sent of a body that nobody wanted to read is not sent.
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          outgoing.destroy()
          const { statusCode: status = 0, headersDistinct } = incoming
          const received = Object.entries(headersDistinct).flatMap(([name, values]) =>
            (values ?? []).map((value): [string, string] => [name, value]),
          )
          resolve(
            new Response(chunks.length > 0 ? Buffer.concat(chunks) : null, { status, headers: received }),
          )
        })
      })
      outgoing.on('error', reject)
      if (body === null || typeof body === 'string') outgoing.end(body ?? undefined)
      else pipeline(Readable.from(body), outgoing, () => undefined)
    })
