import { startChromium } from './startChromium.mjs'

/** Virtual time of a thousand polls at the longest interval, in ms. */
const THOUSAND_POLLS = 10_300_000

/**
 * Returns the growth of the heap by one endless job after each thousand polls, up to ten thousand.
 *
 * @param {boolean} isCompiling
 */
export async function measureHeap(isCompiling) {
  const chromium = await startChromium({ isCompiling })
  const page = await chromium.open('endlessHook', 1)
  const points = []
  for (let thousands = 1; thousands <= 10; thousands++) {
    await page.letPass(THOUSAND_POLLS)
    points.push({ polls: (await page.counts()).requests, bytes: await page.heap() })
  }
  await chromium.stop()
  return points
}
