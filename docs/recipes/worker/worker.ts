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

// The bindings come with the first request. Made of them once, the proxy can remember answers.
let proxy: ItrStatusProxy | undefined

export default {
  async fetch(
    request: Request,
    env: Env,
    ctx: { waitUntil: (work: Promise<unknown>) => void },
  ): Promise<Response> {
    if (new URL(request.url).pathname !== '/api/itr/status') return new Response(null, { status: 404 })
    proxy ??= createProxy(env)
    const answer = proxy(request)
    // Others may wait for the same upstream call: it goes on when this caller has left.
    ctx.waitUntil(answer)
    return answer
  },
}
