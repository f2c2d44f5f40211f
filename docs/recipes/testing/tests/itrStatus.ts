import { createItrJobHandles, createItrStatusProxy, type ItrUpstream } from 'itr-progress/proxy'

export const handles = createItrJobHandles({
  secrets: () => process.env.ITR_HANDLE_SECRETS!.split(','),
  ttl: 60 * 60_000,
})

/** Creates the route. Without an upstream, it calls the real ITR Analyzer. */
export const createItrStatus = (upstream?: ItrUpstream) =>
  createItrStatusProxy({
    apiKey: () => process.env.FINPASS_API_KEY!,
    apiSecret: () => process.env.FINPASS_API_SECRET!,
    upstream,
    resolveJob(handle, request) {
      // Stands for your session library.
      const user = request.headers.get('Authorization')
      return user && handles.open(handle, user)
    },
  })
