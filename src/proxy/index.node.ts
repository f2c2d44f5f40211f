import { withDefaultUpstream } from './createItrStatusProxy.ts'
import { createNodeUpstream } from './node/createNodeUpstream.ts'

/** The proxy of Node. Its default upstream uses `node:https`. */
export const createItrStatusProxy = withDefaultUpstream(
  createNodeUpstream({ method: 'POST', keepAlive: true }),
)
export { createItrJobHandles } from './createItrJobHandles.ts'
