import { expect, onTestFinished } from 'vitest'
import { startChromium } from '../life/host/startChromium.ts'
import { demoTest as test } from './demoTest.ts'
import { toLoanForm } from './toLoanForm.ts'

test('a hidden tab sends no request, and polls when it is shown again', async ({ demo }) => {
  const { tabs, stop } = await startChromium()
  onTestFinished(stop)
  const page = await tabs.newPage()
  await page.goto(demo.url)
  const form = toLoanForm(page)
  await form.choose('slow')
  await form.startVerification()
  await form.waitForHeading('watching')

  const other = await tabs.newPage()
  await other.bringToFront()
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  // A visible page polls at least twice a second at this speed.
  await other.waitForTimeout(1500)
  expect(requests).toEqual([])

  await page.bringToFront()
  await form.waitForHeading('completed')
  expect(requests.length).toBeGreaterThan(0)
})
