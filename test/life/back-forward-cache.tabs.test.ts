import { itrScenarios } from 'itr-progress/testing'
import { expect, onTestFinished, test } from 'vitest'
import { startChromium } from './host/startChromium.ts'
import { startHost } from './host/startHost.ts'

const SPEED = 20

/** A person who opens the page, goes elsewhere, and comes back by the browser's button after so many ms. */
async function leaveFor(ms: number) {
  const { tabs, stop } = await startChromium()
  onTestFinished(stop)
  const page = await tabs.newPage()
  const host = await startHost({ scenario: itrScenarios.slow, speed: SPEED })
  onTestFinished(host.stop)
  await page.goto(host.url)
  await expect.poll(() => host.seen.map(({ phase }) => phase)).toContain('processing')

  await page.goto(`${host.origin}/elsewhere?for=${ms}`)
  const left = Date.now()
  await expect.poll(() => host.seen.filter(({ wasKept }) => wasKept), { timeout: ms + 5_000 }).toHaveLength(1)
  const [shown] = host.seen.filter(({ wasKept }) => wasKept)
  // The page says that it is back a moment after it has asked.
  const back = shown!.at - 100
  // A request that was on its way when the page was left is no question of a page that is away.
  const during = host.asked.filter((at) => at > left + 200 && at < back)
  return { host, phase: shown!.phase, during, after: () => host.asked.filter((at) => at >= back) }
}

test('a page that was left asks nothing, and goes on where it was when it comes back', async () => {
  const { host, phase, during, after } = await leaveFor(2_000)
  expect(during).toEqual([])
  expect(phase).toBe('processing')
  await expect.poll(() => after().length, { timeout: 10_000 / SPEED + 1_000 }).toBeGreaterThan(0)
  await expect.poll(() => host.seen.at(-1)!.phase, { timeout: 20_000 }).toBe('completed')
})

test('one that comes back after the end says so after a single question', async () => {
  const { host, during, after } = await leaveFor(13_000)
  expect(during).toEqual([])
  await expect.poll(() => host.seen.at(-1)!.phase, { timeout: 2_000 }).toBe('completed')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(after()).toHaveLength(1)
})
