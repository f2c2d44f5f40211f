import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { RESPONSE_LIMIT_BYTES } from '../readAtMost.ts'
import type { ItrUpstream } from '../types.ts'

/** Statuses of responses without a body (Fetch Standard, "null body status"). */
const NULL_BODY_STATUSES = [204, 205, 304]

interface NodeUpstreamOptions {
  method: 'GET' | 'POST'
  /** Keeps the connection for the next request, with Node's global agent. */
  keepAlive: boolean
}

/**
 * Creates an upstream over `node:http` and `node:https`. Node's `fetch` cannot be used: a response that is gzipped several times
 * and incomplete makes its body emit an unhandled error, which ends the process. Redirects are not followed.
 */
export const createNodeUpstream =
  ({ method, keepAlive }: NodeUpstreamOptions): ItrUpstream =>
  async (jobId, { signal, url, headers }) => {
    const body = JSON.stringify({ job_id: jobId })
    // Looked up at each call: MSW and tracers replace `request`.
    const { request } = url.startsWith('https:') ? https : http
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      request(
        url,
        {
          method,
          signal,
          agent: keepAlive ? undefined : false,
          headers: {
            ...headers,
            'Content-Length': Buffer.byteLength(body),
            // Without this header the server may compress the body in any way (RFC 9110 §12.5.3).
            'Accept-Encoding': 'identity',
          },
        },
        resolve,
      )
        .on('error', reject)
        // Without this listener the promise would stay pending after a 101.
        .on('upgrade', (message, socket) => {
          socket.destroy()
          resolve(message)
        })
        .end(body)
    })
    return toResponse(message)
  }

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode!
  // `Response` accepts only 200 to 599. A 1xx is no final response, and others are not HTTP (RFC 9110 §15).
  if (status < 200 || status > 599) {
    message.destroy()
    return Response.error()
  }
  return new Response(NULL_BODY_STATUSES.includes(status) ? null : getBody(message), {
    status,
    headers: message.headers['retry-after'] ? { 'Retry-After': message.headers['retry-after'] } : {},
  })
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Returns the body without its coding. Some servers compress although the request forbids it. Null for several codings. */
function getBody(message: IncomingMessage): ReadableStream | null {
  const coding = message.headers['content-encoding']?.trim().toLowerCase() || 'identity'
  if (coding === 'identity') return Readable.toWeb(message) as ReadableStream
  if (!Object.hasOwn(decoders, coding)) return null
  const chunks = decode(message, coding)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      // A copy: the decoder writes to the memory of its chunks again.
      else controller.enqueue(new Uint8Array(value))
    },
    cancel: () => void message.destroy(),
  })
}

/** A generator, so that nothing waits for the body: the status and `Retry-After` of many responses are enough. */
async function* decode(message: IncomingMessage, coding: string): AsyncGenerator<Buffer> {
  // An empty body only ends.
  await Promise.race([once(message, 'readable'), once(message, 'end')])
  const first = message.read(1) as Buffer | null
  if (first) message.unshift(first)
  // Some servers omit the zlib header, whose first byte ends in 8 (RFC 9110 §8.4.1.2, RFC 1950 §2.2).
  const isRawDeflate = coding === 'deflate' && first && first[0]! % 16 !== 8
  const decoder = isRawDeflate ? createInflateRaw() : decoders[coding]!()
  // The reader of the body gets the error. Without a callback, another stream would emit it unhandled.
  yield* pipeline(message, limitBytes, decoder, () => {})
}

/**
 * Counts the bytes before decoding too: many of them can be decoded to nothing.
 *
 * @throws {RangeError} above the limit
 */
async function* limitBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > RESPONSE_LIMIT_BYTES) throw new RangeError('The compressed body is too large.')
    yield chunk
  }
}
