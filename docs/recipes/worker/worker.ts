import { createItrJobHandles, createItrStatusProxy, type ItrStatusProxy } from 'itr-progress/proxy'
import { userOf } from '../host/session.ts'

interface Env {
  FINPASS_API_KEY: string
  FINPASS_API_SECRET: string
  FINPASS_BASE_URL?: string
  ITR_HANDLE_SECRETS: string
}

function createProxy(env: Env): ItrStatusProxy {
  const handles = createItrJobHandles({ secrets: env.ITR_HANDLE_SECRETS.split(','), ttl: 60 * 60_000 })
  return createItrStatusProxy({
    apiKey: env.FINPASS_API_KEY,
    apiSecret: env.FINPASS_API_SECRET,
    baseUrl: env.FINPASS_BASE_URL,
    async resolveJob(handle, request) {
      const user = await userOf(request)
      return user === null ? null : handles.open(handle, user)
    },
  })
}

// The bindings are known from the first request on. The proxy is created once, because it caches responses in memory.
let proxy: ItrStatusProxy | undefined

export default {
  async fetch(
    request: Request,
    env: Env,
    ctx: { waitUntil: (work: Promise<unknown>) => void },
  ): Promise<Response> {
    if (new URL(request.url).pathname !== '/api/itr/status') return new Response(null, { status: 404 })
    proxy ??= createProxy(env)
    const response = proxy(request)
    // Other callers may share the upstream call, so it must go on if this caller disconnects.
    ctx.waitUntil(response)
    return response
  },
}
