import { randomBytes } from 'node:crypto'

/** The vendor asks to keep job ids no longer than needed: as long as filling in a form may take, in ms. */
const KEPT_FOR = 60 * 60_000

/** Which job stands behind a handle, and who may ask. A real backend keeps this in its database. */
export interface HandleTable {
  /** @returns a new handle, 128 random bits, that says nothing of the job */
  issue: (session: string, jobId: string) => string
  /** @returns null for a handle that is unknown, expired or another session's */
  jobIdOf: (handle: string, session: string | undefined) => string | null
  forget: (handle: string, session: string | undefined) => void
}

export function createHandleTable(): HandleTable {
  const rows = new Map<string, { session: string; jobId: string; expiresAt: number }>()

  function find(handle: string, session: string | undefined) {
    const row = rows.get(handle)
    return row && row.session === session && row.expiresAt > Date.now() ? row : null
  }

  return {
    issue(session, jobId) {
      const now = Date.now()
      for (const [handle, { expiresAt }] of rows) if (expiresAt <= now) rows.delete(handle)
      const handle = randomBytes(16).toString('base64url')
      rows.set(handle, { session, jobId, expiresAt: now + KEPT_FOR })
      return handle
    },
    jobIdOf: (handle, session) => find(handle, session)?.jobId ?? null,
    forget(handle, session) {
      if (find(handle, session)) rows.delete(handle)
    },
  }
}
