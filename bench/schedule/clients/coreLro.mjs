import { createHttpPoller } from '@azure/core-lro'

const URL = 'https://host.example/job'

/** @param {string} method @param {number} statusCode @param {object} body */
const answer = (method, statusCode, body) => ({
  flatResponse: body,
  rawResponse: { statusCode, headers: { 'operation-location': URL }, body, request: { method, url: URL } },
})

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask) {
  await createHttpPoller({
    sendInitialRequest: async () => answer('POST', 202, {}),
    sendPollRequest: async () => answer('GET', 200, { status: (await ask()) ? 'succeeded' : 'running' }),
  }).pollUntilDone()
  return 'completed'
}
