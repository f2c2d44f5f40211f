import { Hono } from 'hono'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const app = new Hono()

// `all`, so that another method gets the proxy's own 405.
app.all('/api/itr/status', ({ req }) => itrStatusProxy(req.raw))
