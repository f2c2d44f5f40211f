import { env, waitUntil } from 'cloudflare:workers'
import { createRoutes } from './createRoutes.ts'

const { route } = createRoutes({ ...env, waitUntil })

export default {
  async fetch(request: Request): Promise<Response> {
    const answer = route(request)
    // Others may share this call: what a request has begun, Workers may end when its caller leaves.
    waitUntil(answer)
    return answer
  },
}
