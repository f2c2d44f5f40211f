/**
 * Settles like `promise`, or rejects with `createError()` as soon as `signal` aborts. The work behind the promise continues.
 *
 * @param createError default: the signal's reason
 */
export function rejectOnAbort<T>(
  promise: Promise<T>,
  signal: AbortSignal | null | undefined,
  createError: () => unknown = () => signal!.reason,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(createError())
    // Subscribes to the promise first: a signal that throws must not leave a rejection unhandled.
    promise.finally(() => signal?.removeEventListener('abort', onAbort)).then(resolve, reject)
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort)
  })
}
