import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

interface ReceivedRequest {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

/** Starts a server on loopback for one test. */
async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Starts an HTTP upstream. It records what it receives, and whether a connection is still open. */
export async function startUpstream(listener: RequestListener) {
  const received: ReceivedRequest[] = []
  const open = new Set<Socket>()
  const server = createHttpServer((request, response) => {
    open.add(request.socket)
    request.socket.on('close', () => open.delete(request.socket))
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, headers: request.headers, body })
      listener(request, response)
    })
  })
  return { received, open, baseUrl: `${await listen(server)}/api/v1` }
}

/**
 * Starts an upstream that sends raw bytes, which `node:http` would often refuse to send. It closes no connection by itself.
 * `open` are the connections with a request, since fetch may hold a spare one.
 */
export async function startRawUpstream(respond: (socket: Socket) => unknown) {
  const open = new Set<Socket>()
  const received: string[] = []
  const server = createServer((socket) => {
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    let request = ''
    socket.setEncoding('latin1').on('data', (text: string) => {
      request += text
      // The body is JSON and ends with a brace. A TLS handshake has none.
      if (!request.endsWith('}') && request.charCodeAt(0) !== 22) return
      received.push(request)
      open.add(socket)
      request = ''
      respond(socket)
    })
  })
  return { received, open, baseUrl: await listen(server) }
}
