import type { Socket } from 'node:net'
import type { RawRequest } from './startRawServer.ts'

interface Framing {
  status?: number
  type?: string
  /** More header lines, each with its CRLF. */
  headers?: string
}

/** Lets every origin send requests and read responses, each after a preflight. */
export const CORS =
  'Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: Content-Type\r\nAccess-Control-Max-Age: 0\r\n'

/** Returns a status line and headers, without a body. */
export const head = (
  headers: string,
  { status = 200, type = 'application/json' }: Pick<Framing, 'status' | 'type'> = {},
) => `HTTP/1.1 ${status} Status\r\nContent-Type: ${type}\r\nConnection: close\r\n${headers}\r\n`

/** Sends a complete response and closes the connection. */
export const sends =
  (body: string | Buffer, { headers = '', ...framing }: Framing = {}) =>
  ({ socket }: RawRequest) => {
    socket.write(head(`Content-Length: ${Buffer.byteLength(body)}\r\n${headers}`, framing))
    socket.end(body)
  }

const write =
  (then: (socket: Socket) => void) =>
  (...bytes: (string | Buffer)[]) =>
  ({ socket }: RawRequest) => {
    for (const some of bytes) socket.write(some)
    // Lets the browser read the bytes first.
    setTimeout(() => then(socket), 20)
  }

/** Sends the bytes and keeps the connection open. */
export const hangsAfter = write(() => {})

/** Sends the bytes and closes the connection (FIN). */
export const closesAfter = write((socket) => socket.end())

/** Sends the bytes and resets the connection (RST). */
export const resetsAfter = write((socket) => socket.resetAndDestroy())

/** Sends one piece every `ms`, and then closes the connection. If it is endless, it repeats the last piece, or a blank. */
export const drips =
  (head: string, pieces: (string | Buffer)[], ms: number, isEndless = false) =>
  ({ socket }: RawRequest) => {
    const rest = [...pieces]
    socket.write(head)
    const timer = setInterval(() => {
      socket.write(rest.shift() ?? pieces.at(-1) ?? ' ')
      if (rest.length > 0 || isEndless) return
      socket.end()
      clearInterval(timer)
    }, ms)
    socket.on('close', () => clearInterval(timer))
  }
