import { fork } from 'node:child_process'

/**
 * Starts a script in its own process, so that measurements share no heap, clock or event loop. The script sends one message when
 * it is ready, then one per message that it gets.
 *
 * @param {string} script path relative to this file
 * @param {string[]} [args]
 * @param {string[]} [execArgv] flags for node itself
 */
export async function startChild(script, args = [], execArgv = []) {
  const child = fork(new URL(script, import.meta.url), args, { execArgv })

  /** @returns {Promise<any>} */
  const nextMessage = () =>
    new Promise((resolve, reject) => {
      const onExit = (/** @type {number | null} */ code) =>
        reject(new Error(`${script} ended with exit code ${code}.`))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        resolve(message)
      })
    })

  const ready = await nextMessage()
  return {
    ready,
    /** @param {object} message */
    ask(message) {
      child.send(message)
      return nextMessage()
    },
    stop: () => child.kill(),
  }
}

/** Runs a script that sends one message, and returns the message. @type {(...args: Parameters<typeof startChild>) => Promise<any>} */
export async function resultOf(...args) {
  const child = await startChild(...args)
  child.stop()
  return child.ready
}
