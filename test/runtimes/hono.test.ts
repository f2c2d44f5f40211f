import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { askOverHttp } from './askOverHttp.ts'
import { createRoutes, FORM_PATH, STATUS_PATH } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import { startOnLoopback } from './startOnLoopback.ts'

describeStatusProxy({
  name: 'Hono',
  differences: hostDifferences.hono,
  start: async (settings) => {
    const { status, apply } = createRoutes(settings)
    const app = new Hono()
      .all(STATUS_PATH, (context) => status(context.req.raw))
      .post(FORM_PATH, (context) => apply(context.req.raw))
    const server = await startOnLoopback(getRequestListener(app.fetch))
    return { ...server, ask: askOverHttp(server.origin) }
  },
})
