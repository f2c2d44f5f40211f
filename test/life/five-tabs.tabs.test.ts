import { expect, onTestFinished, test } from 'vitest'
import { startChromium } from './host/startChromium.ts'
import { startHost } from './host/startHost.ts'

const SPEED = 12
/** Of life, in ms: long enough that a request more or less is no tenth. */
const SPAN = 480_000

const never = { steps: [{ id: 'download_itr', endsAt: 20_000 }], ending: null }

/** Opens the job in so many tabs, shows one after the other for as long, and counts. */
async function watchWith(count: number, switches: number) {
  const host = await startHost({ scenario: never, speed: SPEED })
  onTestFinished(host.stop)
  const { tabs, stop } = await startChromium()
  onTestFinished(stop)
  const pages = []
  for (let i = 0; i < count; i++) pages.push(await tabs.newPage())
  const began = Date.now()
  for (const page of pages) await page.goto(host.url)
  await pages[0]!.bringToFront()

  for (let turn = 0; turn <= switches; turn++) {
    const shown = pages[turn % count]!
    await shown.bringToFront()
    const states = pages.map((page) => page.evaluate(() => document.visibilityState))
    expect((await Promise.all(states)).filter((state) => state === 'visible')).toHaveLength(1)
    const until = began + ((turn + 1) * SPAN) / SPEED / (switches + 1)
    await shown.waitForTimeout(Math.max(0, until - Date.now()))
  }
  return { asked: host.asked.length, upstream: host.upstreamCalls() }
}

test('five tabs on one job, one of them shown at a time, make at most 1.1 times the requests of one', async () => {
  // Side by side, so that both have the same machine.
  const [one, five] = await Promise.all([watchWith(1, 0), watchWith(5, 4)])
  console.log('8 minutes:', {
    one,
    five,
    asked: five.asked / one.asked,
    upstream: five.upstream / one.upstream,
  })
  expect(one.asked).toBeGreaterThan(45)
  expect(five.asked / one.asked).toBeLessThanOrEqual(1.1)
  expect(five.upstream / one.upstream).toBeLessThanOrEqual(1.1)
})
