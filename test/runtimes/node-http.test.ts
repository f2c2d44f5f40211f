import { getRequestListener } from '@hono/node-server'
import { askOverHttp } from './askOverHttp.ts'
import { createRoutes } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import { startOnLoopback } from './startOnLoopback.ts'

describeStatusProxy({
  name: 'node:http',
  differences: hostDifferences.nodeHttp,
  start: async (settings) => {
    const server = await startOnLoopback(getRequestListener(createRoutes(settings).route))
    return { ...server, ask: askOverHttp(server.origin) }
  },
})
