import { createServer } from 'node:http'
import { statusAt } from './statusAt.mjs'

/**
 * Starts the host of the measured page on loopback: the page, its files, and the proxy route.
 *
 * @param {Record<string, { type: string, body: string }>} files by path
 */
export async function startHost(files) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host.test')
    if (request.method === 'POST') {
      const chunks = await request.toArray()
      const { job_id } = JSON.parse(Buffer.concat(chunks).toString())
      const openedAt = Number(request.headers['x-opened-at'])
      const now = Number(request.headers['x-now'])
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(statusAt(job_id, { openedAt, now })))
      return
    }
    const file = files[pathname]
    response.statusCode = file ? 200 : 404
    response.setHeader('content-type', file?.type ?? 'text/plain').end(file?.body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
