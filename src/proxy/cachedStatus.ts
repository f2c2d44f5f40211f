import { parseItrJob } from '../contract/parseItrJob.ts'
import type { JobIdentity } from './identifyJob.ts'
import { settleWithin } from './settleWithin.ts'
import type { ItrStatusCache } from './ItrStatusCache.ts'
import { parseJson } from '../internal/parseJson.ts'
import { toPublicStatus, type PublicStatus } from './toPublicStatus.ts'

export interface CachedStatus {
  status: PublicStatus
  /** When the job may be asked for again, in epoch ms. */
  until: number
}

/** How long a cache may take before it counts as a miss, in ms. */
const PATIENCE = 1000

const keyOf = (job: JobIdentity) => `itr-status:${job.digest}`

/**
 * What another instance has left, if it is a status and still counts. Others write there too, so it is read with the care that
 * an upstream answer gets, and a cache that forgets `ttlMs` (a Map) freezes nothing.
 *
 * @param longest the most that `until` may be ahead, in ms
 */
export async function readCachedStatus(
  cache: ItrStatusCache,
  job: JobIdentity,
  { longest, exposeReportUrl }: { longest: number; exposeReportUrl: boolean },
): Promise<CachedStatus | null> {
  try {
    const text = await settleWithin((async () => cache.get(keyOf(job)))(), PATIENCE)
    if (typeof text !== 'string') return null
    const { until, ...fields } = parseJson(text) as Partial<CachedStatus>
    if (typeof until !== 'number' || until <= Date.now() || until > Date.now() + longest) return null
    const parsed = parseItrJob({ ...fields, job_id: job.id })
    // We write the four statuses only.
    if (parsed.status !== parsed.reportedStatus) return null
    return { status: toPublicStatus(parsed, job, { exposeReportUrl }), until }
  } catch {
    return null
  }
}

/** Leaves a status for other instances. Nobody waits for it. */
export function writeCachedStatus(
  cache: ItrStatusCache,
  job: JobIdentity,
  { status, until }: CachedStatus,
): void {
  const ttl = Math.ceil(until - Date.now())
  if (ttl <= 0) return
  const write = async () => cache.set(keyOf(job), JSON.stringify({ ...status, until }), ttl)
  write().catch(() => undefined)
}
