import { parseItrJob } from '../contract/parseItrJob.ts'
import { parseJson } from '../internal/parseJson.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import type { JobIdentity } from './identifyJob.ts'
import { toPublicStatus, type PublicStatus } from './response.ts'
import type { ItrStatusCache } from './types.ts'

export interface CachedStatus {
  status: PublicStatus
  /** When the status expires, in epoch ms. */
  until: number
}

/** A cache that takes longer counts as a miss. */
const CACHE_TIMEOUT_MS = 1000

const keyOf = (job: JobIdentity) => `itr-status:${job.digest}`

/**
 * Returns the status that another instance has cached, or null. The value is checked like an upstream response, since others
 * can write to the cache. A cache that ignores `ttlMs`, such as a Map, is safe: `until` is part of the value.
 *
 * @param maxAge largest accepted distance of `until` from now, in ms
 */
export async function readCachedStatus(
  cache: ItrStatusCache,
  job: JobIdentity,
  { maxAge, exposeReportUrl }: { maxAge: number; exposeReportUrl: boolean },
): Promise<CachedStatus | null> {
  try {
    const timeout = { ms: CACHE_TIMEOUT_MS, createError: () => undefined }
    const text = await withTimeout(timeout, async () => cache.get(keyOf(job)))
    if (typeof text !== 'string') return null
    const { until, ...fields } = parseJson(text) as Partial<CachedStatus>
    if (typeof until !== 'number' || until <= Date.now() || until > Date.now() + maxAge) return null
    const parsed = parseItrJob({ ...fields, job_id: job.id })
    // The proxy writes only the four known statuses.
    if (parsed.status !== parsed.reportedStatus) return null
    return { status: toPublicStatus(parsed, job, { exposeReportUrl }), until }
  } catch {
    return null
  }
}

/** Caches a status for other instances. Does not wait for the cache, and ignores its errors. */
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
