import { ItrStatusError } from '../contract/ItrStatusError.ts'

/** The longest delay a timer can hold, in ms: above it a browser fires at once (HTML, "timers"; a 32-bit integer). */
export const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Runs `task` with a signal that aborts with `signal` or after `ms`, and settles then even if the task ignores it.
 * `AbortSignal.any` would do half of it, but is missing in Chrome 109.
 */
export function withinTime<T>(
  ms: number,
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const cleanUp = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
    const end = (reason: unknown) => {
      cleanUp()
      reject(reason)
      controller.abort()
    }
    const onAbort = () => end(signal.reason)
    const timer = setTimeout(
      () => end(new ItrStatusError('timeout', 'transient')),
      Math.min(ms, LONGEST_TIMER),
    )
    signal.addEventListener('abort', onAbort)

    task(controller.signal).then(resolve, reject).finally(cleanUp)
  })
}
