import { itrScenarios } from 'itr-progress/testing'
import { chromium } from 'playwright'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { startChromium } from './host/startChromium.ts'
import { startHost } from './host/startHost.ts'

const SPEED = 12

const neverEnds = { steps: [{ id: 'download_itr', endsAt: 20_000 }], ending: null }

/**
 * Time at each tab in seconds of simulated time: a minute on average, so that each of five tabs is shown twice. All differ, so
 * that the switches fall at different points between two polls.
 */
const STAYS = [52, 71, 58, 66, 49, 63, 57, 74, 56, 54]

/** Opens the job in `count` tabs, shows one after the other, and counts the requests. */
async function countRequests(count: number) {
  const { tabs, stop } = await startChromium()
  onTestFinished(stop)
  const pages = []
  for (let i = 0; i < count; i++) pages.push(await tabs.newPage())
  const host = await startHost({ scenario: neverEnds, speed: SPEED })
  onTestFinished(host.stop)
  // The other pages load in the background, like links that are opened in a new tab.
  await pages[0]!.bringToFront()
  let until = Date.now()
  for (const page of pages) await page.goto(host.url)

  for (const [turn, stay] of STAYS.entries()) {
    const shown = pages[turn % count]!
    await shown.bringToFront()
    const states = await Promise.all(pages.map((page) => page.evaluate(() => document.visibilityState)))
    expect(states.filter((state) => state === 'visible')).toHaveLength(1)
    until += (stay * 1_000) / SPEED
    await shown.waitForTimeout(Math.max(0, until - Date.now()))
  }
  return { proxy: host.requests.length, upstream: host.upstreamRequests.length }
}

describe('ItrProgress in five tabs of one job', () => {
  it('sends at most 1.1 times the requests of one tab while one is visible, plus a first one per tab', async () => {
    // In parallel, so that both have the same load on the machine.
    const [one, five] = await Promise.all([countRequests(1), countRequests(5)])
    console.log('10 minutes, 9 switches:', { one, five })
    expect(one.proxy).toBeGreaterThan(60)
    const firstOfHiddenTabs = 4
    expect((five.proxy - firstOfHiddenTabs) / one.proxy).toBeLessThanOrEqual(1.1)
    expect(five.upstream / one.upstream).toBeLessThanOrEqual(1.1)
  })

  it('shows the end in all visible tabs, at one upstream request per 5 s at most', async () => {
    // Playwright keeps each page of its own browser in the foreground.
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

    const { requests, upstreamRequests } = host
    const waits = upstreamRequests.slice(1).map((at, i) => at - upstreamRequests[i]!)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_000 / SPEED - 1)
    expect(requests.length).toBeGreaterThan(2 * upstreamRequests.length)
  })
})
