import { isTerminal } from '../contract/ItrJob.ts'
import { readCachedStatus, writeCachedStatus } from './cachedStatus.ts'
import { callUpstream, type UpstreamOutcome } from './callUpstream.ts'
import { createTtlCache } from './createTtlCache.ts'
import type { JobIdentity } from './identifyJob.ts'
import type { Settings } from './resolveProxyOptions.ts'

/** One caller's part in a question about a job. */
export interface Ask {
  /** Where the answer comes from: null for as long as nobody knows, and where no call could be made. */
  readonly source: 'called' | 'shared' | 'cached' | null
  /** Never rejects. */
  readonly outcome: Promise<UpstreamOutcome>
}

/** The question itself, begun by the first who asked. */
interface Turn {
  begunAt: number
  source: 'called' | 'cached' | null
  outcome: Promise<UpstreamOutcome>
}

const CAPACITY = 10_000

/** A settled job does not change: its answer counts for this many intervals, a minute by default. */
const SETTLED_INTERVALS = 12

/** A turn ends within `upstreamTimeout` and this, in ms: a cache has a second, the rest is for a busy machine. */
const TURN_SLACK = 5000

/**
 * One upstream call per job and interval, however many ask: a call under way is shared, and what it came to, a failure too,
 * is the answer for the rest of its interval.
 */
export function createCallDeduper(settings: Settings): (job: JobIdentity) => Ask {
  const { cache, minUpstreamInterval, upstreamTimeout, exposeReportUrl } = settings
  const memory = createTtlCache<UpstreamOutcome>(CAPACITY)
  const underWay = new Map<string, Turn>()

  async function answer(job: JobIdentity, turn: Turn): Promise<UpstreamOutcome> {
    try {
      const longest = minUpstreamInterval * SETTLED_INTERVALS
      const cached = cache && (await readCachedStatus(cache, job, { longest, exposeReportUrl }))
      if (cached) {
        turn.source = 'cached'
        memory.set(job.digest, { status: cached.status }, cached.until)
        return { status: cached.status }
      }
      let calledAt = -Infinity
      const outcome = await callUpstream(job, settings, () => {
        turn.source = 'called'
        calledAt = Date.now()
      })
      const until = countsUntil(outcome, calledAt, minUpstreamInterval)
      memory.set(job.digest, outcome, until)
      if (cache && 'status' in outcome) writeCachedStatus(cache, job, { status: outcome.status, until })
      return outcome
    } finally {
      if (underWay.get(job.digest) === turn) underWay.delete(job.digest)
    }
  }

  return (job) => {
    const known = memory.get(job.digest)
    if (known) return { source: 'cached', outcome: Promise.resolve(known) }
    const running = underWay.get(job.digest)
    // Workers cancel what a request has begun once its caller has left: such a turn never ends, and must not be waited for.
    if (running && Date.now() - running.begunAt <= upstreamTimeout + TURN_SLACK) return join(running)
    const turn: Turn = {
      begunAt: Date.now(),
      source: null,
      outcome: Promise.resolve().then(() => answer(job, turn)),
    }
    underWay.set(job.digest, turn)
    return turn
  }
}

const join = (turn: Turn): Ask => ({
  get source() {
    return turn.source === 'called' ? 'shared' : turn.source
  },
  outcome: turn.outcome,
})

/** Until when a call's outcome is the answer, in epoch ms. Where no call was made, its `calledAt` is long past. */
function countsUntil(outcome: UpstreamOutcome, calledAt: number, interval: number): number {
  if ('status' in outcome) return calledAt + interval * (isTerminal(outcome.status) ? SETTLED_INTERVALS : 1)
  return Math.max(calledAt + interval, outcome.failure.retryAt ?? calledAt)
}
