import { setTimeout } from 'node:timers/promises'
import { startChromium } from './startChromium.mjs'

const ROUNDS = 3

/** Factor by which the main thread is slower, as on a cheap phone. */
export const SLOWDOWN = 6

/** Length of the wait in which nobody types, in ms. */
export const REST = 4_000

/** The job is in its second step then, and the page is idle. */
const REST_AT = 7_000

const KEYSTROKES = 200
const KEYSTROKE_EVERY = 100

/** @satisfies {readonly import('./openPage.tsx').Contestant[]} */
export const CONTESTANTS = /** @type {const} */ (['nothing', 'handWrittenWidget', 'widget'])

/** @typedef {{ busy: number, layouts: number, latencies: number[] }} Wait */

/** Measures a form in which a person waits and then types, one watcher beside the field, in real time. */
export async function measureForm() {
  const chromium = await startChromium()
  /** @type {Record<(typeof CONTESTANTS)[number], Wait[]>} */
  const waits = { nothing: [], handWrittenWidget: [], widget: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of CONTESTANTS) waits[contestant].push(await liveWait(chromium, contestant))
  }
  await chromium.stop()
  return waits
}

/**
 * @param {Awaited<ReturnType<typeof startChromium>>} chromium
 * @param {(typeof CONTESTANTS)[number]} contestant
 * @returns {Promise<Wait>}
 */
async function liveWait(chromium, contestant) {
  const form = await chromium.openForm(contestant, SLOWDOWN)
  await setTimeout(REST_AT)
  const before = await form.metrics()
  await setTimeout(REST)
  const after = await form.metrics()
  for (let key = 0; key < KEYSTROKES; key++) {
    await Promise.all([form.press(), setTimeout(KEYSTROKE_EVERY)])
  }
  const latencies = await form.latencies()
  await form.close()
  const difference = (/** @type {string} */ name) => (after[name] ?? NaN) - (before[name] ?? NaN)
  return { busy: difference('TaskDuration'), layouts: difference('LayoutCount'), latencies }
}
