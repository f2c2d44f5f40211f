import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import type { ItrUpstream } from '../types.ts'

/** Statuses of responses without a body (Fetch Standard, "null body status"). */
const NULL_BODY_STATUSES = [204, 205, 304]

/**
 * Sends the request of the vendor's other sample: a GET with a JSON body. Its response is flat and contains the steps. `fetch`
 * refuses a GET with a body (Fetch Standard, the `Request` constructor), Node's own modules send it. Redirects are not followed.
 *
 * @example
 * createItrStatusProxy({ apiKey, apiSecret, resolveJob, upstream: upstreamOverGet })
 */
export const upstreamOverGet: ItrUpstream = async (jobId, { signal, url, headers }) => {
  const body = JSON.stringify({ job_id: jobId })
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      url,
      {
        method: 'GET',
        signal,
        headers: {
          ...headers,
          'Content-Length': Buffer.byteLength(body),
          // Without this header the server may compress the body (RFC 9110 §12.5.3), and node:http does not decompress.
          'Accept-Encoding': 'identity',
        },
      },
      resolve,
    )
      .on('error', reject)
      // Without this listener the promise would stay pending after a 101.
      .on('upgrade', (message) => resolve(message))
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
  const hasBody = !NULL_BODY_STATUSES.includes(status)
  return new Response(hasBody ? (Readable.toWeb(message) as ReadableStream) : null, {
    status,
    headers: message.headers['retry-after'] ? { 'Retry-After': message.headers['retry-after'] } : {},
  })
}
