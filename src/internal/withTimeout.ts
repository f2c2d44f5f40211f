import { MAX_TIMEOUT_MS } from './MAX_TIMEOUT_MS.ts'

interface TimeoutOptions {
  /** Time limit in ms. A longer one than 2^31-1 is shortened to that. */
  ms: number
  signal?: AbortSignal | undefined
  createError: () => unknown
}

/**
 * Runs `task` and settles like it. Rejects with `createError()` after `ms`, and with the reason of `signal` when that aborts,
 * even if the task ignores its own signal. That signal aborts on every rejection, so that nothing outlives the call.
 *
 * Chrome 109 has no `AbortSignal.any`, and fake timers do not control `AbortSignal.timeout`.
 */
export function withTimeout<T>(
  { ms, signal, createError }: TimeoutOptions,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const cleanUp = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    const fail = (reason: unknown) => {
      cleanUp()
      reject(reason)
      controller.abort()
    }
    const onAbort = () => fail(signal!.reason)
    const timer = setTimeout(() => fail(createError()), Math.min(ms, MAX_TIMEOUT_MS))
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    task(controller.signal).then((value) => {
      cleanUp()
      resolve(value)
    }, fail)
  })
}
