import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import type { ItrUpstream } from '../ItrStatusProxyOptions.ts'

/** Statuses that come without a body (Fetch Standard, "null body status"). */
const BODILESS = [204, 205, 304]

/**
 * The question as the vendor's other sample asks it: a GET with a JSON body, answered in the flat shape with the steps. `fetch`
 * refuses such a request (Fetch Standard, the `Request` constructor), Node's own modules send it. Redirects are not followed.
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
          // Without it any coding is welcome (RFC 9110 §12.5.3), and node:http undoes none.
          'Accept-Encoding': 'identity',
        },
      },
      resolve,
    )
      .on('error', reject)
      // Else nothing is ever heard of it again.
      .on('upgrade', (message) => resolve(message))
      .end(body)
  })
  return toResponse(message)
}

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode!
  // A status that HTTP does not know (RFC 9110 §15), or that ends no exchange, fits in no Response.
  if (status < 200 || status > 599) {
    message.destroy()
    return Response.error()
  }
  return new Response(BODILESS.includes(status) ? null : (Readable.toWeb(message) as ReadableStream), {
    status,
    headers: message.headers['retry-after'] ? { 'Retry-After': message.headers['retry-after'] } : {},
  })
}
