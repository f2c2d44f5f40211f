import { parseItrJob } from '../contract/parseItrJob.ts'
import type { JobIdentity } from './identifyJob.ts'
import { settleWithin } from './settleWithin.ts'
import { isHeaderValue } from './isHeaderValue.ts'
import type { ItrSecret } from './ItrStatusProxyOptions.ts'
import { parseJson } from '../internal/parseJson.ts'
import { parseRetryAfter } from '../internal/parseRetryAfter.ts'
import { readAtMost } from './readAtMost.ts'
import { toPublicStatus, type PublicStatus } from './toPublicStatus.ts'
import type { Settings } from './resolveProxyOptions.ts'
import type { UpstreamFailure } from './UpstreamFailure.ts'

/** What a question to the upstream came to. A failure is a value too, since those who share the call share it. */
export type UpstreamOutcome = { status: PublicStatus } | { failure: UpstreamFailure }

/** In bytes: 256 KB, where a real answer has about one. */
const ANSWER_LIMIT = 262_144

const failed = (
  code: UpstreamFailure['code'],
  status: number | null = null,
  retryAt: number | null = null,
): UpstreamOutcome => ({ failure: { code, status, retryAt } })

/**
 * Asks the upstream once, and never rejects. Keys, headers and body together have `upstreamTimeout`, even if one of the
 * host's functions ignores the signal.
 *
 * @param onCall called as the question leaves: not at all where there are no keys to ask with
 */
export async function callUpstream(
  job: JobIdentity,
  settings: Settings,
  onCall: () => void,
): Promise<UpstreamOutcome> {
  const controller = new AbortController()
  const outcome = await settleWithin(ask(job, settings, controller.signal, onCall), settings.upstreamTimeout)
  // A failure is decided before its body ends, if there is one: a 204 has none to cancel, and may pour all the same.
  if (!outcome || 'failure' in outcome) controller.abort()
  return outcome ?? failed('upstream_timeout')
}

async function ask(
  job: JobIdentity,
  { apiKey, apiSecret, upstream, url, exposeReportUrl }: Settings,
  signal: AbortSignal,
  onCall: () => void,
): Promise<UpstreamOutcome> {
  try {
    const [key, secret] = await Promise.all([readSecret(apiKey), readSecret(apiSecret)])
    // A vault that answered too late: its caller has been told so already.
    signal.throwIfAborted()
    onCall()
    const response = await upstream(job.id, {
      signal,
      url,
      headers: { 'Content-Type': 'application/json', 'X-API-KEY': key, 'X-API-SECRET': secret },
    })
    const failure = judgeStatus(response)
    if (failure) {
      response.body?.cancel().catch(() => undefined)
      return failure
    }
    const text = await readAtMost(response.body, ANSWER_LIMIT, signal)
    return judgeBody(response.status, text === null ? undefined : parseJson(text), job, {
      exposeReportUrl,
      secrets: [key, secret],
    })
  } catch {
    return failed('upstream_unavailable')
  }
}

async function readSecret(secret: ItrSecret): Promise<string> {
  const value = typeof secret === 'function' ? await secret() : secret
  if (!isHeaderValue(value)) throw new TypeError('There is no key to ask with.')
  return value.trim()
}

/** What the status says, whatever the body; null where the body has a say. */
function judgeStatus({ status, headers, redirected }: Response): UpstreamOutcome | null {
  if (status >= 500 && status <= 599) return failed('upstream_unavailable', status)
  if (status === 429) {
    return failed('rate_limited', status, parseRetryAfter(headers.get('Retry-After'), Date.now()))
  }
  // Our keys are wrong, not the caller's session: a 401 from us would sign people out.
  if (status === 401 || status === 403) return failed('upstream_refused', status)
  const isReadable = (status >= 200 && status <= 299) || (status >= 400 && status <= 499)
  return isReadable && !redirected ? null : failed('upstream_invalid', status)
}

function judgeBody(
  status: number,
  payload: unknown,
  job: JobIdentity,
  visible: Parameters<typeof toPublicStatus>[2],
): UpstreamOutcome {
  if ((payload as { success?: unknown } | null | undefined)?.success === false) {
    return failed(status === 404 || status === 410 ? 'not_found' : 'upstream_refused', status)
  }
  if (status >= 400) return failed('upstream_invalid', status)
  try {
    const parsed = parseItrJob(payload)
    if (parsed.jobId === job.id) return { status: toPublicStatus(parsed, job, visible) }
  } catch {
    // Not the contract, as an answer about another job is not.
  }
  return failed('upstream_invalid', status)
}
