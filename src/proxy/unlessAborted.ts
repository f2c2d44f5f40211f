import { Refusal } from './Refusal.ts'

/**
 * What `work` comes to, for as long as the caller waits for it. The work itself goes on.
 *
 * @throws {Refusal} `aborted`, in the moment that the caller leaves.
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Refusal('aborted'))
    // First of all, so that no rejection is left unhandled, however odd the signal is.
    work.finally(() => signal?.removeEventListener('abort', leave)).then(resolve, reject)
    if (signal?.aborted) leave()
    signal?.addEventListener('abort', leave)
  })
}
