/**
 * @typedef {object} Timer
 * @property {number} at
 * @property {() => unknown} run
 */

/** In 2026, so that times look like times. */
const START = Date.UTC(2026, 0, 1)

let now = START
let last = 0
/** @type {Map<number, Map<number, Timer>>} By the ms that they are due in, in the order that they were set. */
const due = new Map()

/** @param {() => unknown} run @param {number} ms */
function set(run, ms) {
  // Whole, as a browser's timers are, and never in the ms that is running.
  const at = now + Math.max(1, Math.ceil(ms))
  const timers = due.get(at) ?? new Map()
  due.set(at, timers)
  timers.set(++last, { at, run })
  return { id: last, at }
}

/** Everything that asks for the time, or waits, in this process does so in virtual time from here on. */
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
 * Nothing here waits for more than promises; those of a Web stream take a turn of the event loop, and so does what a
 * client puts off with `setImmediate`.
 */
async function settle() {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Lets `ms` go by, each timer at its time, with all that it sets off. @param {number} ms */
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
