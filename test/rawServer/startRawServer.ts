import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface RawRequest {
  method: string
  path: string
  /** The connection to respond on. */
  socket: Socket
}

export type RawServer = Awaited<ReturnType<typeof startRawServer>>

/**
 * Starts a server on loopback that reads HTTP/1.1. `respond` can send any bytes: `node:http` could not send most faults. It
 * never closes a connection by itself. It can stop, and start again on the same port.
 */
export async function startRawServer(respond: (request: RawRequest) => void) {
  const sockets = new Set<Socket>()
  // A browser also opens spare connections without a request.
  const used = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket) && used.delete(socket))
    let unread = ''
    socket.setEncoding('latin1').on('data', (bytes: string) => {
      unread += bytes
      for (;;) {
        const [head, method = '', path = ''] = /^(\S+) (\S+) [^]*?\r\n\r\n/.exec(unread) ?? []
        const length = head && head.length + Number(/^Content-Length: (\d+)/im.exec(head)?.[1] ?? 0)
        if (!length || unread.length < length) return
        unread = unread.slice(length)
        used.add(socket)
        respond({ method, path, socket })
      }
    })
  })
  let port = 0
  const start = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await start()
  port = (server.address() as AddressInfo).port
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Returns the number of open connections that had a request. */
    openConnections: () => used.size,
    start,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}
