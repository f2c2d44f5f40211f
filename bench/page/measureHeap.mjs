import { startChromium } from './startChromium.mjs'

/** In virtual time: a thousand polls, at the slowest pace. */
const THOUSAND_POLLS = 10_300_000

/**
 * What one endless job has added to the heap, after each thousand polls up to ten thousand.
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
