import { parseItrJob } from '../contract/parseItrJob.ts'
import { parseJson } from '../internal/parseJson.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { getDigest, type JobIdentity } from './identifyJob.ts'
import { readSecret, type Settings } from './resolveProxyOptions.ts'
import { toPublicStatus, type PublicStatus } from './response.ts'
import type { ItrStatusCache } from './types.ts'

export interface CachedStatus {
  status: PublicStatus
  /** When the status expires, in epoch ms. */
  until: number
}

/** How long the response of a terminal job is kept, in ms, in memory and in the cache. */
export const TERMINAL_TTL_MS = 600_000

/** A host's key function that takes longer counts as a miss. */
const KEY_TIMEOUT_MS = 3000

/** A cache that takes longer counts as a miss. */
const CACHE_TIMEOUT_MS = 1000

/** Larger texts are not parsed. */
const MAX_TEXT_LENGTH = 16_384

/** The URL and the account are part of the key, so that two tenants of one cache never meet. */
async function getKey({ id }: JobIdentity, { url, apiKey }: Settings): Promise<string> {
  return `itr-status:${getDigest(JSON.stringify([url, await readSecret(apiKey), id]))}`
}

/**
 * Returns the status that another instance has cached, or null. The value is checked like an upstream response, since others
 * can write to the cache. A cache that ignores `ttlMs`, such as a Map, is safe: `until` is part of the value.
 */
export async function readCachedStatus(
  cache: ItrStatusCache,
  job: JobIdentity,
  settings: Settings,
): Promise<CachedStatus | null> {
  const { minUpstreamInterval, exposeReportUrl } = settings
  try {
    const createError = () => undefined
    const key = await withTimeout({ ms: KEY_TIMEOUT_MS, createError }, () => getKey(job, settings))
    const text = await withTimeout({ ms: CACHE_TIMEOUT_MS, createError }, async () => cache.get(key))
    if (typeof text !== 'string' || text.length > MAX_TEXT_LENGTH) return null
    const { until, ...fields } = parseJson(text) as Partial<PublicStatus> & { until?: unknown }
    const maxUntil = Date.now() + Math.max(TERMINAL_TTL_MS, minUpstreamInterval)
    if (typeof until !== 'number' || until <= Date.now() || until > maxUntil) return null
    // Written by an instance that does not expose the URL.
    if (exposeReportUrl && fields.pdf_report_url === undefined) return null
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
  settings: Settings,
  { status, until }: CachedStatus,
): void {
  const ttl = Math.ceil(until - Date.now())
  if (ttl <= 0) return
  const write = async () => cache.set(await getKey(job, settings), JSON.stringify({ ...status, until }), ttl)
  write().catch(() => undefined)
}
