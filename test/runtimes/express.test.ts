import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { askOverHttp } from './askOverHttp.ts'
import { createRoutes, FORM_PATH, STATUS_PATH } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import { startOnLoopback } from './startOnLoopback.ts'

describeStatusProxy({
  name: 'Express',
  differences: hostDifferences.express,
  start: async (settings) => {
    const { status, apply } = createRoutes(settings)
    const app = express()
      .all(STATUS_PATH, getRequestListener(status))
      .post(FORM_PATH, getRequestListener(apply))
    const server = await startOnLoopback(app)
    return { ...server, ask: askOverHttp(server.origin) }
  },
})
