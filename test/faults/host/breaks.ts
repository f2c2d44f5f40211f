import type { Question } from './startRawServer.ts'

/** So long after the bytes that the browser has read them, in ms. */
const PAUSE = 20

/** Says this much, and nothing more. The connection stays. */
export const hangsAfter =
  (...bytes: (string | Buffer)[]) =>
  ({ socket }: Question) => {
    for (const some of bytes) socket.write(some)
  }

/** Says this much and closes the connection (FIN). */
export const closesAfter =
  (...bytes: (string | Buffer)[]) =>
  ({ socket }: Question) => {
    for (const some of bytes) socket.write(some)
    setTimeout(() => socket.end(), PAUSE)
  }

/** Says this much and resets the connection (RST). */
export const resetsAfter =
  (...bytes: (string | Buffer)[]) =>
  ({ socket }: Question) => {
    for (const some of bytes) socket.write(some)
    setTimeout(() => socket.resetAndDestroy(), PAUSE)
  }

/** Says one piece after the other, `ms` apart, over and over where it is told to. */
export const drips =
  (head: string, pieces: string[], ms: number, isEndless = false) =>
  ({ socket }: Question) => {
    const rest = [...pieces]
    socket.write(head)
    const timer = setInterval(() => {
      socket.write(rest.shift()!)
      if (isEndless) rest.push(' ')
      else if (rest.length === 0) socket.end()
      if (rest.length === 0) clearInterval(timer)
    }, ms)
    socket.on('close', () => clearInterval(timer))
  }
