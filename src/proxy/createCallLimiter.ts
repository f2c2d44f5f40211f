import { rejectOnAbort } from '../internal/rejectOnAbort.ts'

/** Runs a task when there is room for it. Rejects if the line is full, and as soon as `signal` aborts. */
export type CallLimiter = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>

/** Tasks that may wait in line. */
const MAX_WAITING = 1_000

/** Creates a function that runs at most `limit` tasks at once, in the order of the calls. */
export function createCallLimiter(limit: number): CallLimiter {
  let running = 0
  const line = new Set<() => void>()

  const waitInLine = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (line.size >= MAX_WAITING) {
        reject(new Error('The line is full.'))
        return
      }
      line.add(resolve)
      signal.addEventListener('abort', () => {
        line.delete(resolve)
        reject(signal.reason as Error)
      })
    })

  /** Passes the place of a finished task on. */
  const leave = () => {
    const [next] = line
    if (!next) running--
    else {
      line.delete(next)
      next()
    }
  }

  return async (task, signal) => {
    if (running < limit) running++
    else await waitInLine(signal)
    try {
      signal.throwIfAborted()
      // A task that ignores the signal must not keep its place.
      return await rejectOnAbort(task(), signal)
    } finally {
      leave()
    }
  }
}
