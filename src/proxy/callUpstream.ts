import { parseItrJob } from '../contract/parseItrJob.ts'
import { parseJson } from '../internal/parseJson.ts'
import { parseRetryAfter } from '../internal/parseRetryAfter.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import type { CallLimiter } from './createCallLimiter.ts'
import type { UpstreamFailure } from './errors.ts'
import type { JobIdentity } from './identifyJob.ts'
import { readAtMost, RESPONSE_LIMIT_BYTES } from './readAtMost.ts'
import { readSecret, type Settings } from './resolveProxyOptions.ts'
import { toPublicStatus, type PublicStatus } from './response.ts'

/** Result of an upstream call. A failure is a value, not a rejection, since several callers share the result. */
export type UpstreamOutcome = { status: PublicStatus } | { failure: UpstreamFailure }

export const failed = (
  code: UpstreamFailure['code'],
  upstreamStatus: number | null = null,
  retryAt: number | null = null,
): UpstreamOutcome => ({ failure: { code, upstreamStatus, retryAt } })

/** `Retry-After` of an `overloaded` response, in ms. */
const OVERLOAD_PAUSE_MS = 5_000

/**
 * Requests the status from the upstream once. Never rejects. `upstreamTimeout` covers the wait in the queue, keys, headers and
 * body, even if one of the host's functions ignores the signal.
 *
 * @param onCall called just before the request is sent; never called if a key is missing
 */
export async function callUpstream(
  job: JobIdentity,
  settings: Settings,
  limitCalls: CallLimiter,
  onCall: () => void,
): Promise<UpstreamOutcome> {
  let isQueued = true
  const controller = new AbortController()
  const timeout = { ms: settings.upstreamTimeout, createError: () => undefined }
  const startedAt = Date.now()
  const call = async () => {
    // A call that starts at the last moment would be aborted at once.
    if (Date.now() - startedAt >= settings.upstreamTimeout)
      throw new Error('The wait in the queue took too long.')
    isQueued = false
    return requestStatus(job, settings, controller.signal, onCall)
  }
  const outcome = await withTimeout(timeout, () => limitCalls(call, controller.signal)).catch(() =>
    isQueued ? failed('overloaded', null, Date.now() + OVERLOAD_PAUSE_MS) : failed('upstream_timeout'),
  )
  // Ends the connection. Cancelling the body is not enough: a 204 has none, but may still send data.
  if ('failure' in outcome) controller.abort()
  return outcome
}

async function requestStatus(
  job: JobIdentity,
  { apiKey, apiSecret, upstream, url, exposeReportUrl }: Settings,
  signal: AbortSignal,
  onCall: () => void,
): Promise<UpstreamOutcome> {
  try {
    const [key, secret] = await Promise.all([readSecret(apiKey), readSecret(apiSecret)])
    // The vault took longer than the timeout, so the caller already has a response.
    signal.throwIfAborted()
    onCall()
    const response = await upstream(job.id, {
      signal,
      url,
      headers: { 'Content-Type': 'application/json', 'X-API-KEY': key, 'X-API-SECRET': secret },
    })
    const failure = checkStatus(response)
    if (failure) {
      response.body?.cancel().catch(() => undefined)
      return failure
    }
    const text = await readAtMost(response.body, RESPONSE_LIMIT_BYTES, signal).catch((error: unknown) => {
      // Too large before it was decoded.
      if (error instanceof RangeError) return null
      throw error
    })
    const payload = parseJson(text ?? '')
    const secrets = [
      ...[key, secret].filter((text) => text.length >= MIN_HIDDEN_KEY_LENGTH),
      ...getDocIds(payload),
    ]
    return parseBody(response.status, payload, job, { exposeReportUrl, secrets })
  } catch {
    return failed('upstream_unavailable')
  }
}

/** A shorter key is a placeholder of a test, and part of many step ids. */
const MIN_HIDDEN_KEY_LENGTH = 8

/** Returns the ids of the job's document in both published shapes: no step id may contain one. */
function getDocIds(payload: unknown): string[] {
  const { doc_id, data } = (payload ?? {}) as { doc_id?: unknown; data?: { doc_id?: unknown } | null }
  return [doc_id, data?.doc_id].filter((id) => typeof id === 'string')
}

/** Returns the failure that the HTTP status alone decides, or null if the body must be read. */
function checkStatus({ status, headers, redirected }: Response): UpstreamOutcome | null {
  if (status >= 500 && status <= 599) return failed('upstream_unavailable', status)
  if (status === 429) {
    return failed('rate_limited', status, parseRetryAfter(headers.get('Retry-After'), Date.now()))
  }
  // The host's keys are wrong, not the caller's session: passing on a 401 would sign people out.
  if (status === 401 || status === 403) return failed('upstream_refused', status)
  const isReadable = (status >= 200 && status <= 299) || (status >= 400 && status <= 499)
  // `Response.error()` and an opaque redirect have 0, which is no HTTP status.
  return isReadable && !redirected ? null : failed('upstream_invalid', status || null)
}

function parseBody(
  status: number,
  payload: unknown,
  job: JobIdentity,
  visibility: Parameters<typeof toPublicStatus>[2],
): UpstreamOutcome {
  if ((payload as { success?: unknown } | null | undefined)?.success === false) {
    return failed(status === 404 || status === 410 ? 'not_found' : 'upstream_refused', status)
  }
  if (status >= 400) return failed('upstream_invalid', status)
  try {
    const parsed = parseItrJob(payload)
    if (parsed.jobId === job.id) return { status: toPublicStatus(parsed, job, visibility) }
  } catch {
    // A malformed response is invalid, like a response about another job.
  }
  return failed('upstream_invalid', status)
}
