import { env, waitUntil } from 'cloudflare:workers'
import { createRoutes } from './createRoutes.ts'

const { route } = createRoutes({ ...env, waitUntil })

export default {
  async fetch(request: Request): Promise<Response> {
    const response = route(request)
    // Other requests may share its upstream call, which Workers would end when this caller disconnects.
    waitUntil(response)
    return response
  },
}
