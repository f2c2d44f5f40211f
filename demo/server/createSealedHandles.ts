import { createHash, randomBytes } from 'node:crypto'
import { createItrJobHandles } from 'itr-progress/proxy'

/** Lifetime of a handle, in ms: the time to fill in a form. The vendor asks to keep job ids no longer than needed. */
const TTL = 60 * 60_000

/** Handles of jobs, each for one session. */
export interface SealedHandles {
  seal: (session: string, jobId: string) => Promise<string>
  /** @returns null for a handle that is forged, expired, ended or another session's */
  jobIdOf: (handle: string, session: string | undefined) => Promise<string | null>
  /** Ends a handle early: consent was withdrawn, or the application was accepted. */
  end: (handle: string, session: string | undefined) => Promise<void>
}

/**
 * Stores nothing of a live job: its handle contains the encrypted job id. An ended handle is remembered by a digest of the job
 * id, until it would have expired.
 */
export function createSealedHandles(): SealedHandles {
  // New at each start. A real backend reads its secrets from its configuration, the same ones on every instance.
  const handles = createItrJobHandles({ secrets: [randomBytes(32).toString('base64')], ttl: TTL })
  const ended = new Map<string, number>()

  async function jobIdOf(handle: string, session: string | undefined) {
    const jobId = session === undefined ? null : await handles.open(handle, session)
    return jobId !== null && !ended.has(digestOf(jobId)) ? jobId : null
  }

  return {
    seal: (session, jobId) => handles.seal(jobId, session),
    jobIdOf,
    async end(handle, session) {
      const now = Date.now()
      for (const [digest, until] of ended) if (until <= now) ended.delete(digest)
      const jobId = await jobIdOf(handle, session)
      if (jobId !== null) ended.set(digestOf(jobId), now + TTL)
    },
  }
}

const digestOf = (jobId: string) => createHash('sha256').update(jobId).digest('base64')
