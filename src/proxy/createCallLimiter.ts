import { rejectOnAbort } from '../internal/rejectOnAbort.ts'

/** Runs a task when a slot is free. Rejects if the queue is full, and as soon as `signal` aborts. */
export type CallLimiter = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>

/** Tasks that may wait in the queue. */
const MAX_QUEUE_LENGTH = 1_000

interface Call {
  addedAt: number
  start: () => void
}

/**
 * Creates a function that runs at most `limit` tasks at once, in the order of the calls.
 *
 * @param maxAge time in ms after which a call has no slot or place any more. Workers cancel the I/O and the timers of a request
 *   whose caller has disconnected: its task and its signal never end.
 */
export function createCallLimiter(limit: number, maxAge: number): CallLimiter {
  /** In the order of the calls. The first `limit` are running. */
  const calls = new Set<Call>()

  function startFirst() {
    let place = 0
    for (const { start } of calls) {
      if (place++ === limit) return
      start()
    }
  }

  function dropEndlessCalls() {
    const addedBefore = Date.now() - maxAge
    for (const call of calls) {
      if (call.addedAt > addedBefore) break
      calls.delete(call)
    }
    startFirst()
  }

  return async (task, signal) => {
    if (calls.size >= limit) dropEndlessCalls()
    if (calls.size >= limit + MAX_QUEUE_LENGTH) throw new Error('The queue is full.')
    const call: Call = { addedAt: Date.now(), start: () => {} }
    calls.add(call)
    try {
      if (calls.size > limit) {
        const started = new Promise<void>((resolve) => (call.start = resolve))
        await rejectOnAbort(started, signal)
      }
      signal.throwIfAborted()
      // A task that ignores the signal must not keep its slot.
      return await rejectOnAbort(task(), signal)
    } finally {
      calls.delete(call)
      startFirst()
    }
  }
}
