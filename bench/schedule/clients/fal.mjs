import { createFalClient } from '@fal-ai/client'

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask, patience) {
  const { queue } = createFalClient({
    credentials: 'key',
    /** @param {string} _url @param {RequestInit} init */
    fetch: async (_url, { method }) =>
      // After a time-out, the client cancels the job by a PUT.
      Response.json(method === 'PUT' ? {} : { status: (await ask()) ? 'COMPLETED' : 'IN_PROGRESS' }),
  })
  // Without a timeout it waits forever. It does not accept Infinity.
  const timeout = patience === Infinity ? undefined : patience
  return queue.subscribeToStatus('owner/app', { requestId: 'job', timeout }).then(
    () => 'completed',
    () => 'timed out',
  )
}
