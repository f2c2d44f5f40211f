import type { ItrJob } from '../contract/ItrJob.ts'
import { ItrStatusError } from '../contract/ItrStatusError.ts'
import { parseItrJob } from '../contract/parseItrJob.ts'
import { parseJson } from '../internal/parseJson.ts'
import { parseRetryAfter } from '../internal/parseRetryAfter.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { classifyHttpStatus } from './classifyHttpStatus.ts'

/** Headers for the host's proxy, or a function that gives them at each request (a session, a CSRF token). */
export type ItrHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>)

export interface ItrStatusRequest {
  proxyUrl: string | URL
  jobId: string
  /** Default: the global `fetch`, looked up at each request. */
  fetch?: typeof globalThis.fetch | undefined
  headers?: ItrHeaders | undefined
  credentials: RequestCredentials
  /** For the whole of one request, the host's `headers` function and the answer's body included, in ms. */
  requestTimeout: number
}

/**
 * Asks the host's proxy once where the job stands.
 *
 * @throws {ItrStatusError} for every way in which no status could be had; else the signal's reason once that is aborted.
 */
export function fetchItrStatus(request: ItrStatusRequest, signal: AbortSignal): Promise<ItrJob> {
  const createError = () => new ItrStatusError('timeout', 'transient')
  return withTimeout({ ms: request.requestTimeout, signal, createError }, async (innerSignal) => {
    try {
      const headers = new Headers(
        typeof request.headers === 'function' ? await request.headers() : request.headers,
      )
      headers.set('Accept', 'application/json')
      headers.set('Content-Type', 'application/json')
      // The host's function may have taken longer than there was.
      innerSignal.throwIfAborted()
      const ask = request.fetch ?? fetch
      const response = await ask(request.proxyUrl, {
        method: 'POST',
        headers,
        body: JSON.stringify({ job_id: request.jobId }),
        credentials: request.credentials,
        signal: innerSignal,
      })
      const { ok, status } = response
      if (ok) return parseItrJob(parseJson(await response.text()))
      // Of the errors only a 502 may have more to say than its status; what the others' bodies do does not matter.
      const payload = status === 502 ? await response.text().then(parseJson, () => undefined) : undefined
      const now = Date.now()
      const retryAt = parseRetryAfter(response.headers.get('Retry-After'), now)
      throw new ItrStatusError('http', classifyHttpStatus(status, payload), {
        status,
        retryAfter: retryAt && retryAt - now,
      })
    } catch (error) {
      // Whatever else the network or the host's own code throws means the same: no answer came, another try may bring one.
      throw error instanceof ItrStatusError ? error : new ItrStatusError('network', 'transient')
    }
  })
}
