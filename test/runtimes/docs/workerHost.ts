import { signIn } from '../../../docs/recipes/host/session.ts'
import worker from '../../../docs/recipes/worker/worker.ts'

/** The recipe's worker with a route to sign in. Sessions are in the memory of the worker. */
export default {
  fetch: (...[request, ...rest]: Parameters<typeof worker.fetch>): Response | Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    return pathname === '/sign-in'
      ? new Response(signIn(searchParams.get('user')!))
      : worker.fetch(request, ...rest)
  },
}
