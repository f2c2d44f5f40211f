import { createItrStatusProxy } from 'itr-progress/proxy'

/** A host's route. Nothing imports it: a server would, and here its types are what counts. */
export const POST: (request: Request) => Promise<Response> = createItrStatusProxy({
  apiKey: 'key',
  apiSecret: () => Promise.resolve('secret'),
  resolveJob: (handle, request) => (request.headers.get('cookie') === null ? null : handle),
})
