import type { ItrUpstream } from './types.ts'

/**
 * Creates an upstream that sends the POST that the vendor publishes. A redirect is not followed: it would send the keys to
 * another place.
 */
export const createFetchUpstream =
  (init: RequestInit = {}): ItrUpstream =>
  (jobId, { signal, url, headers }) =>
    fetch(url, {
      ...init,
      method: 'POST',
      headers,
      body: JSON.stringify({ job_id: jobId }),
      redirect: 'manual',
      signal,
    })
