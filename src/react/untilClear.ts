import { LONGEST_TIMER } from '../transport/withinTime.ts'
import { isAwake, onPageChange } from './page.ts'

/**
 * Resolves when a request may leave: the page is shown, the network is there and `wait()` says 0 ms. Never in the same tick,
 * so that React's double mount in development, which aborts the first, sends one request.
 */
export async function untilClear(wait: () => number, signal: AbortSignal): Promise<void> {
  await null
  for (;;) {
    signal.throwIfAborted()
    const ms = wait()
    if (isAwake() && ms <= 0) return
    await change(ms > 0 ? ms : LONGEST_TIMER, signal)
  }
}

/** The next thing that may change the answer: time, the page or the signal. */
function change(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.min(ms, LONGEST_TIMER))
    const stop = onPageChange(done)
    signal.addEventListener('abort', done)
  })
}
