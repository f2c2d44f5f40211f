import { rejectOnAbort } from '../internal/rejectOnAbort.ts'

/** Runs a task when a slot is free. Rejects if the queue is full, and as soon as `signal` aborts. */
export type CallLimiter = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>

/** Tasks that may wait in the queue. */
const MAX_QUEUE_LENGTH = 1_000

/** Creates a function that runs at most `limit` tasks at once, in the order of the calls. */
export function createCallLimiter(limit: number): CallLimiter {
  let running = 0
  const queue = new Set<() => void>()

  const waitForSlot = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (queue.size >= MAX_QUEUE_LENGTH) {
        reject(new Error('The queue is full.'))
        return
      }
      queue.add(resolve)
      signal.addEventListener('abort', () => {
        queue.delete(resolve)
        reject(signal.reason as Error)
      })
    })

  /** Gives the slot of a finished task to the next one in the queue. */
  const releaseSlot = () => {
    const [next] = queue
    if (!next) running--
    else {
      queue.delete(next)
      next()
    }
  }

  return async (task, signal) => {
    if (running < limit) running++
    else await waitForSlot(signal)
    try {
      signal.throwIfAborted()
      // A task that ignores the signal must not keep its slot.
      return await rejectOnAbort(task(), signal)
    } finally {
      releaseSlot()
    }
  }
}
