import { ItrStatusError } from '../contract/ItrStatusError.ts'

/** The longest delay a timer can hold, in ms: above it a browser fires at once (HTML, "timers"; a 32-bit integer). */
export const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Runs `task` with a signal of its own, and settles with `signal` or after `ms` even if the task ignores that. The task's
 * signal aborts where it fails: what is not done by then, an error's unread body for one, is not wanted.
 * `AbortSignal.any` would do half of it, but is missing in Chrome 109.
 */
export function withinTime<T>(
  ms: number,
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const end =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        settle(value)
      }
    const fail = (reason: unknown) => {
      end(reject)(reason)
      controller.abort()
    }
    const onAbort = () => fail(signal.reason)
    const timer = setTimeout(
      () => fail(new ItrStatusError('timeout', 'transient')),
      Math.min(ms, LONGEST_TIMER),
    )
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    task(controller.signal).then(end(resolve), fail)
  })
}
