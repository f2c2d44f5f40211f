import type { ItrJob } from '../contract/ItrJob.ts'
import { ItrStatusError, type ItrErrorKind } from '../contract/ItrStatusError.ts'
import { parseItrJob } from '../contract/parseItrJob.ts'
import { logInDevelopment } from '../internal/logInDevelopment.ts'
import { parseJson } from '../internal/parseJson.ts'
import { parseRetryAfter } from '../internal/parseRetryAfter.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { logForwardedData } from './logForwardedData.ts'

/** Headers for the host's proxy, or a function that returns them for each request (a session, a CSRF token). */
export type ItrHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>)

export interface ItrStatusRequest {
  proxyUrl: string | URL
  jobId: string
  /** Default: the global `fetch` at the time of the request. */
  fetch?: typeof globalThis.fetch | undefined
  headers?: ItrHeaders | undefined
  credentials: RequestCredentials
  /** Time limit in ms for the whole request, from the `headers` function to the end of the response body. */
  requestTimeout: number
}

/** Whether polling again can help, by HTTP status. `doubtful` for any other. */
const kinds: Readonly<Record<string, ItrErrorKind>> = {
  '4xx': 'permanent',
  408: 'transient', // Request Timeout
  425: 'transient', // Too Early (RFC 8470)
  429: 'transient', // Too Many Requests (RFC 6585)
  '5xx': 'transient',
}

/**
 * Sends one status request to the host's proxy.
 *
 * @throws {ItrStatusError} if no job status was received
 * @throws the reason of `signal` if that aborts
 */
export function fetchItrStatus(request: ItrStatusRequest, signal: AbortSignal): Promise<ItrJob> {
  const createError = () => new ItrStatusError('timeout', 'transient')
  return withTimeout({ ms: request.requestTimeout, signal, createError }, async (innerSignal) => {
    try {
      const response = await sendRequest(request, innerSignal)
      if (!response.ok) throw await createHttpError(response)
      const payload = parseJson(await response.text())
      logForwardedData(payload)
      return parseItrJob(payload)
    } catch (error) {
      if (error instanceof ItrStatusError) throw error
      logHostError(error, innerSignal)
      throw new ItrStatusError('network', 'transient', { cause: error })
    }
  })
}

async function sendRequest(request: ItrStatusRequest, signal: AbortSignal): Promise<Response> {
  const headers = new Headers(
    typeof request.headers === 'function' ? await request.headers() : request.headers,
  )
  headers.set('Accept', 'application/json')
  headers.set('Content-Type', 'application/json')
  // The `headers` function may have outlasted the time limit. React Native before 0.87 has no `throwIfAborted`.
  if (signal.aborted) throw signal.reason
  // Not `request.fetch(…)`: a browser's fetch throws if it is called as a method of another object.
  const send = request.fetch ?? fetch
  return send(request.proxyUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({ job_id: request.jobId }),
    credentials: request.credentials,
    signal,
  })
}

async function createHttpError(response: Response): Promise<ItrStatusError> {
  const { status } = response
  // Only a 502 has a body that matters. Another body must not delay the error.
  const payload = status === 502 ? await response.text().then(parseJson, () => undefined) : undefined
  const { error_code } = (payload ?? {}) as { error_code?: unknown }
  // The upstream responded to the package's proxy, but not with a job status.
  const isDoubtful = error_code === 'upstream_refused' || error_code === 'upstream_invalid'
  const kind = kinds[status] ?? kinds[`${Math.floor(status / 100)}xx`] ?? 'doubtful'
  const now = Date.now()
  const retryAt = parseRetryAfter(response.headers.get('Retry-After'), now)
  return new ItrStatusError('http', isDoubtful ? 'doubtful' : kind, {
    status,
    retryAfter: retryAt && retryAt - now,
  })
}

/** Logs a probable bug in the host's `fetch` or `headers`: the person only sees that we are reconnecting. */
function logHostError(error: unknown, signal: AbortSignal) {
  logInDevelopment(
    'error',
    () =>
      signal.aborted || NETWORK_ERROR.test(String(error))
        ? undefined
        : 'a request failed, but not because of the network. Check the options `fetch` and `headers`.',
    error,
  )
}

/** Network failures and aborts as Chrome, Firefox, Safari, Node and React Native report them. */
const NETWORK_ERROR =
  /^((Abort|Timeout|Network)Error|TypeError: (failed to fetch|fetch failed|load failed|network|the network|the internet|a server with|could not connect|error in body stream|terminated|cancelled))/i
