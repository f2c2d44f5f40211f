import { startChromium } from './startChromium.mjs'

/**
 * @typedef {import('./openPage.tsx').Contestant} Contestant
 * @typedef {Awaited<ReturnType<typeof startChromium>>} Chromium
 */

/** Each round measures every contestant. The order alternates. */
const ROUNDS = 5

export const COUNTS = [1, 100, 1000]

/** @satisfies {readonly Contestant[]} */
export const CONTESTANTS = /** @type {const} */ ([
  'nothing',
  'hook',
  'handWrittenHook',
  'intervalHook',
  'widget',
  'handWrittenWidget',
])

/** Lets a page live for a minute, and draws a frame each second. @param {Chromium} chromium @param {Contestant} contestant @param {number} count @param {boolean} [isCounting] */
async function liveMinute(chromium, contestant, count, isCounting) {
  const page = await chromium.open(contestant, count, { isCounting })
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

/** Returns for each count the renders and the minutes of each contestant. */
export async function measureMinute() {
  const chromium = await startChromium()
  const sizes = []
  for (const count of COUNTS) {
    const renders = each(() => 0)
    for (const contestant of CONTESTANTS) {
      renders[contestant] = (await liveMinute(chromium, contestant, count, true)).renders
    }
    const minutes = each(() => /** @type {Minute[]} */ ([]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const contestant of round % 2 ? [...CONTESTANTS].reverse() : CONTESTANTS) {
        minutes[contestant].push(await liveMinute(chromium, contestant, count))
      }
    }
    sizes.push({ count, renders, minutes })
  }
  await chromium.stop()
  return sizes
}
