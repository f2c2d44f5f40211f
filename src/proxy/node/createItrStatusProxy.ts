import { createProxy, type ItrStatusProxy } from '../createProxy.ts'
import type { ItrStatusProxyOptions } from '../types.ts'
import { createNodeUpstream } from './createNodeUpstream.ts'

const nodeUpstream = createNodeUpstream({ method: 'POST', keepAlive: true })

/** `createItrStatusProxy` of Node: its default upstream is `node:https`. */
export function createItrStatusProxy(options: ItrStatusProxyOptions): ItrStatusProxy {
  return createProxy(options, nodeUpstream)
}
