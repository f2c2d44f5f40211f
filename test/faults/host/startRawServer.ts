import { createServer, type AddressInfo, type Socket } from 'node:net'

/** What was asked, and the connection to answer it on. */
export interface Question {
  method: string
  path: string
  socket: Socket
}

export type RawServer = Awaited<ReturnType<typeof startRawServer>>

/**
 * A server on loopback that reads HTTP/1.1 and lets `answer` say any bytes: most faults are nothing that `node:http` would send. It
 * never closes a connection by itself. It can stop and start again on the same port.
 */
export async function startRawServer(answer: (question: Question) => void) {
  const sockets = new Set<Socket>()
  /** Those that a question came over: a browser holds others ready. */
  const asking = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket) && asking.delete(socket))
    let unread = ''
    socket.setEncoding('latin1').on('data', (bytes: string) => {
      unread += bytes
      for (;;) {
        const [head, method = '', path = ''] = /^(\S+) (\S+) [^]*?\r\n\r\n/.exec(unread) ?? []
        const length = head && head.length + Number(/^Content-Length: (\d+)/im.exec(head)?.[1] ?? 0)
        if (!length || unread.length < length) return
        unread = unread.slice(length)
        asking.add(socket)
        answer({ method, path, socket })
      }
    })
  })
  let port = 0
  const start = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await start()
  port = (server.address() as AddressInfo).port
  return {
    origin: `http://127.0.0.1:${port}`,
    /** How many connections are open that somebody asked over. */
    open: () => asking.size,
    start,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}
