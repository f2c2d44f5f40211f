import { itrScenarios } from 'itr-progress/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startChromium } from './host/startChromium.ts'
import { startHost } from './host/startHost.ts'

const SPEED = 20

/** Opens the page, leaves it, and returns after `ms` by the browser's back button. */
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
  const restored = () => host.seen.filter(({ wasRestored }) => wasRestored)
  await expect.poll(restored, { timeout: ms + 5_000 }).toHaveLength(1)
  // The page reports its return a moment after its first poll.
  const back = restored()[0]!.at - 100
  // The first 200 ms may hold a request that was in flight.
  expect(host.requests.filter((at) => at > left + 200 && at < back)).toEqual([])
  return { host, phase: restored()[0]!.phase, requestsSince: () => host.requests.filter((at) => at >= back) }
}

describe('ItrProgress in the back-forward cache', () => {
  it('sends no request, and continues when the page is restored', async () => {
    const { host, phase, requestsSince } = await leaveFor(2_000)
    expect(phase).toBe('processing')
    await expect.poll(() => requestsSince().length, { timeout: 10_000 / SPEED + 1_000 }).toBeGreaterThan(0)
    await expect.poll(() => host.seen.at(-1)!.phase, { timeout: 20_000 }).toBe('completed')
  })

  it('shows a job that completed meanwhile after a single poll', async () => {
    const { host, requestsSince } = await leaveFor(13_000)
    await expect.poll(() => host.seen.at(-1)!.phase, { timeout: 2_000 }).toBe('completed')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(requestsSince()).toHaveLength(1)
  })
})
