declare const process: { env: { NODE_ENV?: string } }

/** Bounds the memory of a server that runs without NODE_ENV, since a message can contain text of the upstream. */
const MAX_MESSAGES = 100

/** Exported for the tests, which empty it. */
export const loggedMessages = new Set<string>()

/**
 * Logs a message once, unless `NODE_ENV` is `production`.
 *
 * @param getMessage returns undefined if there is nothing to log
 * @param details are logged beside the message, unmodified
 */
export function logInDevelopment(
  level: 'warn' | 'error',
  getMessage: () => string | undefined,
  ...details: unknown[]
): void {
  try {
    // Bundlers replace this expression, and remove the calls in production. Without a bundler `process` may not exist.
    if (process.env.NODE_ENV === 'production') return
    const message = getMessage()
    if (message === undefined || loggedMessages.has(message) || loggedMessages.size >= MAX_MESSAGES) return
    loggedMessages.add(message)
    console[level](`itr-progress: ${message}`, ...details)
  } catch {
    // Without `process` this may be production.
  }
}
