import type { ItrUpstream } from './ItrStatusProxyOptions.ts'

/** The call as the vendor publishes it. A redirect is not followed: it would carry the keys to another place. */
export const postUpstream: ItrUpstream = (jobId, { signal, url, headers }) =>
  fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ job_id: jobId }),
    redirect: 'manual',
    signal,
  })
