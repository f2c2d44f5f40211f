/**
 * @typedef {object} Timer
 * @property {number} at
 * @property {() => unknown} run
 */

/** A date in 2026, so that times look real. */
const START = Date.UTC(2026, 0, 1)

let now = START
let last = 0
/** Timers by the ms in which they are due, in the order of their creation. @type {Map<number, Map<number, Timer>>} */
const due = new Map()

/** @param {() => unknown} run @param {number} ms */
function set(run, ms) {
  // Whole ms, as in browsers, and never the current one.
  const at = now + Math.max(1, Math.ceil(ms))
  const timers = due.get(at) ?? new Map()
  due.set(at, timers)
  timers.set(++last, { at, run })
  return { id: last, at }
}

/** Replaces the clock and the timers of this process by virtual ones. */
export function enterVirtualTime() {
  Date.now = () => now
  globalThis.setTimeout = /** @type {any} */ (
    (
      /** @type {(...args: unknown[]) => unknown} */ run,
      /** @type {number} */ ms,
      /** @type {unknown[]} */ ...args
    ) => set(() => run(...args), ms)
  )
  globalThis.clearTimeout = /** @type {any} */ (
    (/** @type {{ id: number, at: number } | undefined} */ timer) =>
      timer && due.get(timer.at)?.delete(timer.id)
  )
  globalThis.setInterval = /** @type {any} */ (
    (/** @type {() => unknown} */ run, /** @type {number} */ ms) => {
      const again = () => {
        Object.assign(timer, set(again, ms))
        run()
      }
      const timer = set(again, ms)
      return timer
    }
  )
  globalThis.clearInterval = globalThis.clearTimeout
}

/**
 * Waits until all promises have settled. Web streams and `setImmediate` need a turn of the event loop.
 */
async function settle() {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Advances the virtual time and runs each timer when it is due. @param {number} ms */
export async function letPass(ms) {
  await settle()
  const end = now + ms
  while (now < end) {
    now++
    const timers = due.get(now)
    if (!timers) continue
    for (const { run } of timers.values()) run()
    due.delete(now)
    await settle()
  }
}
