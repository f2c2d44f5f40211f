import { itrScenarios } from 'itr-progress/testing'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { startChromium } from './host/startChromium.ts'
import { startHost } from './host/startHost.ts'

const SPEED = 12

const never = { steps: [{ id: 'download_itr', endsAt: 20_000 }], ending: null }

/**
 * How long the person stays at each tab, in s of life: a minute on average, and five tabs are each shown, left and shown again. No
 * two are alike, so that the switches do not all fall at the same point between two requests.
 */
const STAYS = [52, 71, 58, 66, 49, 63, 57, 74, 56, 54]

/** Opens the job in so many tabs, shows one after the other, and counts. */
async function watchWith(count: number) {
  const { tabs, stop } = await startChromium()
  onTestFinished(stop)
  const pages = []
  for (let i = 0; i < count; i++) pages.push(await tabs.newPage())
  const host = await startHost({ scenario: never, speed: SPEED })
  onTestFinished(host.stop)
  // As with a link that is opened in a new tab, behind the one that is shown.
  await pages[0]!.bringToFront()
  let until = Date.now()
  for (const page of pages) await page.goto(host.url)

  for (const [turn, stay] of STAYS.entries()) {
    const shown = pages[turn % count]!
    await shown.bringToFront()
    const states = pages.map((page) => page.evaluate(() => document.visibilityState))
    expect((await Promise.all(states)).filter((state) => state === 'visible')).toHaveLength(1)
    until += (stay * 1_000) / SPEED
    await shown.waitForTimeout(Math.max(0, until - Date.now()))
  }
  return { asked: host.asked.length, upstream: host.askedUpstream.length }
}

test('five tabs on one job, one of them shown at a time, by a person who switches about once a minute, make at most 1.1 times the requests of one', async () => {
  // Side by side, so that both have the same machine.
  const [one, five] = await Promise.all([watchWith(1), watchWith(5)])
  console.log('10 minutes, 9 switches:', {
    one,
    five,
    asked: five.asked / one.asked,
    upstream: five.upstream / one.upstream,
  })
  expect(one.asked).toBeGreaterThan(60)
  expect(five.asked / one.asked).toBeLessThanOrEqual(1.1)
  expect(five.upstream / one.upstream).toBeLessThanOrEqual(1.1)
})

test('five pages on one job, all of them visible, have the Analyzer asked at most once per 5 s, and all see the end', async () => {
  // As Playwright has it by itself, each page is in the foreground.
  const browser = await chromium.launch(launchOptions())
  onTestFinished(() => browser.close())
  const pages = await Promise.all(Array.from({ length: 5 }, () => browser.newPage()))
  const host = await startHost({ scenario: itrScenarios.slow, speed: SPEED })
  onTestFinished(host.stop)
  await Promise.all(pages.map((page) => page.goto(host.url)))
  for (const page of pages) {
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
    await page.locator('[data-itr-part="root"][data-phase="completed"]').waitFor()
  }

  const waits = host.askedUpstream.slice(1).map((at, i) => at - host.askedUpstream[i]!)
  console.log('five visible:', {
    asked: host.asked.length,
    upstream: host.askedUpstream.length,
    shortest: Math.min(...waits),
  })
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_000 / SPEED - 1)
  // The rest was shared.
  expect(host.asked.length).toBeGreaterThan(2 * host.askedUpstream.length)
})
