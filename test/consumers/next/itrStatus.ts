import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'

/** Read when it is needed: `next build` imports the routes and has no secrets, and a blank one would be refused. */
export const env = (name: string) => process.env[name] ?? ''

/** The path of the proxy's route. It is part of the query's key, so server and browser must say the same. */
export const PROXY_URL = '/api/itr/status'

/** What the browser holds in place of a job id, sealed for its session. */
export const handles = () => createItrJobHandles({ secrets: [env('ITR_HANDLE_SECRET')], ttl: 60 * 60_000 })

/** Whose browser this is: a stand-in for the host's own sign-in. */
export const sessionOf = (request: Request) =>
  /(?:^|; )session=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

export const itrStatus = createItrStatusProxy({
  apiKey: () => env('FINPASS_API_KEY'),
  apiSecret: () => env('FINPASS_API_SECRET'),
  baseUrl: process.env.FINPASS_BASE_URL,
  // A simulated job need not be spared; leave it at its 5 s for a real one.
  minUpstreamInterval: 100,
  resolveJob(handle, request) {
    const session = sessionOf(request)
    return session && handles().open(handle, session)
  },
})
