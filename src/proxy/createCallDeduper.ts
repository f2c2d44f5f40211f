import { isTerminal } from '../contract/ItrJob.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { readCachedStatus, TERMINAL_TTL_MS, writeCachedStatus } from './cachedStatus.ts'
import { callUpstream, failed, type UpstreamOutcome } from './callUpstream.ts'
import { createCallLimiter } from './createCallLimiter.ts'
import { createTtlCache } from './createTtlCache.ts'
import type { JobIdentity } from './identifyJob.ts'
import type { Settings } from './resolveProxyOptions.ts'

/** One caller's share of an upstream call or of a cached response. */
export interface Subscription {
  /** Origin of the outcome. Null while it is unknown, and if no call could be made. */
  readonly source: 'called' | 'shared' | 'cached' | null
  /** Never rejects. */
  readonly outcome: Promise<UpstreamOutcome>
  /** To call when the caller has disconnected. */
  readonly leave: () => void
}

interface InflightCall extends Subscription {
  startedAt: number
  /** Callers that wait for the outcome. */
  waiting: number
  source: 'called' | 'cached' | null
}

const CAPACITY = 10_000

/** Extra time for an in-flight call after `upstreamTimeout`: a key may take 3 s, and the cache 1 s. */
const INFLIGHT_SLACK_MS = 5000

/**
 * Creates a function that makes at most one upstream call per job and interval. Concurrent callers share the call in flight.
 * Later callers get its outcome, a failure included, until the interval has passed.
 */
export function createCallDeduper(settings: Settings): (job: JobIdentity) => Subscription {
  const { cache, minUpstreamInterval, upstreamTimeout } = settings
  const maxAge = upstreamTimeout + INFLIGHT_SLACK_MS
  const limitCalls = createCallLimiter(settings.maxUpstreamCalls, maxAge)
  const memory = createTtlCache<UpstreamOutcome>(CAPACITY)
  /** In the order of their start. */
  const inflight = new Map<string, InflightCall>()

  /** Workers cancel the I/O of a request whose caller has disconnected. Such a call never ends. */
  function dropEndlessCalls() {
    const startedBefore = Date.now() - maxAge
    for (const [digest, { startedAt }] of inflight) {
      if (startedAt > startedBefore) return
      inflight.delete(digest)
    }
  }

  async function fetchOutcome(job: JobIdentity, call: InflightCall): Promise<UpstreamOutcome> {
    try {
      const cached = cache && (await readCachedStatus(cache, job, settings))
      if (cached) {
        call.source = 'cached'
        memory.set(job.digest, { status: cached.status }, cached.until)
        return { status: cached.status }
      }
      let calledAt = -Infinity
      const outcome = await callUpstream(job, settings, limitCalls, () => {
        call.source = 'called'
        calledAt = Date.now()
      })
      // A response that no caller waits for is kept for the next request, even after a slow call.
      const isUnread = 'status' in outcome && call.waiting === 0
      const until = getExpiry(outcome, isUnread ? Date.now() : calledAt, minUpstreamInterval)
      memory.set(job.digest, outcome, until)
      if (cache && 'status' in outcome)
        writeCachedStatus(cache, job, settings, { status: outcome.status, until })
      return outcome
    } finally {
      if (inflight.get(job.digest) === call) inflight.delete(job.digest)
    }
  }

  return (job) => {
    const known = memory.get(job.digest)
    if (known) return { source: 'cached', outcome: Promise.resolve(known), leave: () => {} }
    dropEndlessCalls()
    const running = inflight.get(job.digest)
    if (running) {
      running.waiting++
      return shareCall(running, maxAge)
    }
    const call: InflightCall = {
      startedAt: Date.now(),
      waiting: 1,
      source: null,
      outcome: Promise.resolve().then(() => fetchOutcome(job, call)),
      leave: () => call.waiting--,
    }
    inflight.set(job.digest, call)
    return call
  }
}

const shareCall = (call: InflightCall, maxAge: number): Subscription => ({
  get source() {
    return call.source === 'called' ? 'shared' : call.source
  },
  // With a timer of its own, since the call may never end.
  outcome: withTimeout(
    { ms: call.startedAt + maxAge - Date.now(), createError: () => undefined },
    () => call.outcome,
  ).catch(() => failed('upstream_timeout')),
  leave: call.leave,
})

/** Returns when an outcome expires, in epoch ms. `since` is -Infinity if no call was made: such a failure is not kept. */
function getExpiry(outcome: UpstreamOutcome, since: number, interval: number): number {
  if ('status' in outcome) {
    return since + Math.max(interval, isTerminal(outcome.status) ? TERMINAL_TTL_MS : 0)
  }
  if (since === -Infinity) return since
  return Math.max(since + interval, outcome.failure.retryAt ?? since)
}
