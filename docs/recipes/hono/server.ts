import { Hono } from 'hono'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const app = new Hono()

// `all`, so that another method gets the proxy's own 405. On Workers, also pass the response to `c.executionCtx.waitUntil`.
app.all('/api/itr/status', ({ req }) => itrStatusProxy(req.raw))
