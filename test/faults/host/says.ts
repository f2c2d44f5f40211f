import type { Question } from './startRawServer.ts'

interface Framing {
  status?: number
  type?: string
  /** More header lines, each with its end. */
  headers?: string
}

/** Any page may ask and read the answer, and asks for leave each time. */
export const CORS =
  'Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: Content-Type\r\nAccess-Control-Max-Age: 0\r\n'

/** A whole answer, after which the connection is closed. */
export const says =
  (body: string | Buffer, { status = 200, type = 'application/json', headers = '' }: Framing = {}) =>
  ({ socket }: Question) => {
    socket.write(head(`Content-Length: ${Buffer.byteLength(body)}\r\n${headers}`, { status, type }))
    socket.end(body)
  }

/** A status line and header lines, to which a body of some kind belongs. */
export const head = (
  headers: string,
  { status = 200, type = 'application/json' }: Pick<Framing, 'status' | 'type'> = {},
) => `HTTP/1.1 ${status} Said\r\nContent-Type: ${type}\r\nConnection: close\r\n${headers}\r\n`
