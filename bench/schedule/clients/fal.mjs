import { createFalClient } from '@fal-ai/client'

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask, patience) {
  const { queue } = createFalClient({
    credentials: 'key',
    /** @param {string} _url @param {RequestInit} init */
    fetch: async (_url, { method }) =>
      // A PUT cancels the job, once the client has timed out.
      Response.json(method === 'PUT' ? {} : { status: (await ask()) ? 'COMPLETED' : 'IN_PROGRESS' }),
  })
  // It waits for ever without one, and takes no Infinity.
  const timeout = patience === Infinity ? undefined : patience
  return queue.subscribeToStatus('owner/app', { requestId: 'job', timeout }).then(
    () => 'completed',
    () => 'timed out',
  )
}
