import { createHash, randomBytes } from 'node:crypto'
import { createItrJobHandles } from 'itr-progress/proxy'

/** Lifetime of a handle, in ms: the time to fill in a form. The vendor asks to keep job ids no longer than needed. */
const TTL = 60 * 60_000

/** Handles of jobs, each for one session. */
export interface SealedHandles {
  seal: (session: string, jobId: string) => Promise<string>
  /** @returns null for a handle that is forged, expired, ended or another session's */
  jobIdOf: (handle: string, session: string | undefined) => Promise<string | null>
  /**
   * Ends a handle early: consent was withdrawn, or the application was accepted.
   *
   * @param receipt number of the accepted application
   * @returns false for a handle that `jobIdOf` does not resolve; of two calls at once, one gets true
   */
  end: (handle: string, session: string | undefined, receipt?: string) => Promise<boolean>
  /** @returns the receipt with which this session ended the handle, for a page that lost the response; else null */
  receiptOf: (handle: string, session: string | undefined) => Promise<string | null>
}

/**
 * Stores nothing of a live job: its handle contains the encrypted job id. An ended handle is remembered by a digest of the job
 * id, with its receipt, until it would have expired.
 */
export function createSealedHandles(): SealedHandles {
  // New at each start. A real backend reads its secrets from its configuration, the same ones on every instance.
  const handles = createItrJobHandles({ secrets: [randomBytes(32).toString('base64')], ttl: TTL })
  const ended = new Map<string, { until: number; receipt: string | undefined }>()

  const open = async (handle: string, session: string | undefined) =>
    session === undefined ? null : handles.open(handle, session)

  return {
    seal: (session, jobId) => handles.seal(jobId, session),
    async jobIdOf(handle, session) {
      const jobId = await open(handle, session)
      return jobId !== null && !ended.has(digestOf(jobId)) ? jobId : null
    },
    async end(handle, session, receipt) {
      const now = Date.now()
      for (const [digest, { until }] of ended) if (until <= now) ended.delete(digest)
      const jobId = await open(handle, session)
      // No `await` from here on, so no other call comes between the check and the change.
      if (jobId === null || ended.has(digestOf(jobId))) return false
      ended.set(digestOf(jobId), { until: now + TTL, receipt })
      return true
    },
    async receiptOf(handle, session) {
      const jobId = await open(handle, session)
      return (jobId !== null && ended.get(digestOf(jobId))?.receipt) || null
    },
  }
}

const digestOf = (jobId: string) => createHash('sha256').update(jobId).digest('base64')
