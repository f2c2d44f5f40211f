import { createHash, randomBytes } from 'node:crypto'
import { createItrJobHandles } from 'itr-progress/proxy'

/** The vendor asks to keep job ids no longer than needed: as long as filling in a form may take, in ms. */
const TTL = 60 * 60_000

/** What the browser holds in place of a job id, and who may ask with it. */
export interface SealedHandles {
  seal: (session: string, jobId: string) => Promise<string>
  /** @returns null for a handle that is forged, expired, ended or another session's */
  jobIdOf: (handle: string, session: string | undefined) => Promise<string | null>
  /** Before its time: consent was withdrawn, or the decision is made. */
  end: (handle: string, session: string | undefined) => Promise<void>
}

/**
 * Nothing of a job is kept here while it runs: its handle holds it, encrypted. Only an ended one is remembered, by a digest of
 * the job id and for as long as its handle would have opened.
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
