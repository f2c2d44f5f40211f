import type { ItrUpstream } from '../../proxy/types.ts'
import type { ItrSimulator } from './types.ts'

/** Returns an upstream of `createItrStatusProxy` that sends its requests to the `fetch` of a simulator. */
export const toUpstream =
  (fetch: ItrSimulator['fetch']): ItrUpstream =>
  (jobId, { url, headers }) =>
    fetch({
      method: 'POST',
      url,
      headers: new Headers(headers),
      text: async () => JSON.stringify({ job_id: jobId }),
    })
