import { createItrStatusProxy } from 'itr-progress/proxy'
import { readAtMost } from '../checks/readAtMost.ts'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

/** Statuses of the other API. The proxy sends any other status as `processing`. */
const STATUSES: Record<string, string> = { QUEUED: 'initiated', DONE: 'completed', ERROR: 'failed' }

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  async upstream(jobId, { signal, url, headers }) {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ job_id: jobId }),
      // A redirect would send the keys to another place.
      redirect: 'manual',
      signal,
    })
    // The proxy maps error statuses and redirects itself.
    if (!response.ok) return response
    const { id, state, stage, finishedStages, reason } = Object(
      await (await readAtMost(65_536, response)).json(),
    )
    return Response.json({
      job_id: id,
      status: STATUSES[state] ?? 'processing',
      current_step: stage,
      steps_completed: finishedStages,
      error_message: reason,
    })
  },
})
