import { startChromium } from './startChromium.mjs'

/**
 * @typedef {import('./openPage.tsx').Contestant} Contestant
 * @typedef {Awaited<ReturnType<typeof startChromium>>} Chromium
 */

/** Each contestant is measured once per round. Every second round runs in the reverse order. */
const ROUNDS = 5

/** @satisfies {readonly Contestant[]} */
export const CONTESTANTS = /** @type {const} */ ([
  'nothing',
  'hook',
  'handWrittenHook',
  'intervalHook',
  'widget',
  'handWrittenWidget',
])

/**
 * Lets a minute pass in steps of a second, so that each second draws a frame.
 *
 * @param {Chromium} chromium
 * @param {Contestant} contestant
 * @param {number} count
 * @param {Parameters<Chromium['open']>[2]} [options]
 */
async function liveMinute(chromium, contestant, count, options) {
  const page = await chromium.open(contestant, count, options)
  for (let second = 0; second < 60; second++) await page.letPass(1000)
  const figures = { busy: await page.busy(), heap: await page.heap(), ...(await page.counts()) }
  await page.close()
  return figures
}

/** @typedef {Awaited<ReturnType<typeof liveMinute>>} Minute */

/** @template T @param {(contestant: (typeof CONTESTANTS)[number]) => T} make */
const each = (make) =>
  /** @type {Record<(typeof CONTESTANTS)[number], T>} */ (
    Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, make(contestant)]))
  )

/**
 * Measures the renders of each contestant, and one minute per round.
 *
 * @param {readonly number[]} counts of watchers
 * @param {import('./openPage.tsx').Network} network
 */
export async function measureMinute(counts, network) {
  const chromium = await startChromium()
  const sizes = []
  for (const count of counts) {
    const renders = each(() => 0)
    for (const contestant of CONTESTANTS) {
      renders[contestant] = (
        await liveMinute(chromium, contestant, count, { isCounting: true, network })
      ).renders
    }
    const minutes = each(() => /** @type {Minute[]} */ ([]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const contestant of round % 2 ? [...CONTESTANTS].reverse() : CONTESTANTS) {
        minutes[contestant].push(await liveMinute(chromium, contestant, count, { network }))
      }
    }
    sizes.push({ count, renders, minutes })
  }
  await chromium.stop()
  return sizes
}
