// A host's server with one status route. Arguments: framework, route, base URL of the upstream.
import { createServer } from 'node:http'
import { createAdaptorServer, getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { routes } from './routes.mjs'

const [framework = '', name = '', baseUrl = ''] = process.argv.slice(2)
const route = /** @type {import('./routes.mjs').Route} */ (routes(baseUrl)[name])

const server =
  framework === 'hono'
    ? createAdaptorServer(new Hono().post('/api/itr/status', (context) => route(context.req.raw)))
    : createServer(getRequestListener(route))

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port })
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system })
})
