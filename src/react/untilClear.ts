import { withTimeout } from '../internal/withTimeout.ts'
import { isAwake, onPageChange } from './pageActivity.ts'

/**
 * Resolves when a request may leave: the page is shown, the network is there and `wait()` says 0 ms. Never in the same tick,
 * so that React's double mount in development, which aborts the first, sends one request.
 */
export async function untilClear(wait: () => number, signal: AbortSignal): Promise<void> {
  await Promise.resolve()
  for (;;) {
    signal.throwIfAborted()
    const ms = wait()
    if (isAwake() && ms <= 0) return
    await change(ms > 0 ? ms : Infinity, signal)
  }
}

/** The next thing that may change the answer: time, the page or the signal. */
const change = (ms: number, signal: AbortSignal) =>
  withTimeout(
    { ms, signal, createError: Error },
    (ended) => new Promise<void>((resolve) => ended.addEventListener('abort', onPageChange(resolve))),
  ).catch(() => {})
