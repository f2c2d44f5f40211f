import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import type { RequestListener } from 'node:http'
import { createRoutes, FORM_PATH, STATUS_PATH, type HostSettings } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { startOnLoopback } from '../startOnLoopback.ts'

const serve =
  (toListener: (routes: ReturnType<typeof createRoutes>) => RequestListener) => (settings: HostSettings) =>
    startOnLoopback(toListener(createRoutes(settings)))

describeStatusProxy(
  'node:http',
  serve(({ route }) => getRequestListener(route)),
)

describeStatusProxy(
  'Express',
  serve(({ status, apply }) =>
    express().all(STATUS_PATH, getRequestListener(status)).post(FORM_PATH, getRequestListener(apply)),
  ),
  // Until `app.disable('x-powered-by')`.
  { ownHeaders: ['x-powered-by'] },
)

describeStatusProxy(
  'Hono',
  serve(({ status, apply }) =>
    getRequestListener(
      new Hono()
        .all(STATUS_PATH, (context) => status(context.req.raw))
        .post(FORM_PATH, (context) => apply(context.req.raw)).fetch,
    ),
  ),
)
