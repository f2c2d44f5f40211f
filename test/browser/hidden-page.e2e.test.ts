import { createServer } from 'node:http'
import { chromium } from 'playwright'
import { expect } from 'vitest'
import { listen } from '../../demo/server/listen.ts'
import { launchOptions } from '../../scripts/programs.mjs'
import { demoTest } from './demoTest.ts'
import { toLoanForm } from './toLoanForm.ts'

// oxlint-disable-next-line no-empty-pattern -- from the pattern vitest reads what a fixture needs
const test = demoTest.extend('tabs', async ({}, { onCleanup }) => {
  // Playwright keeps each of its own pages in the foreground. The tabs of a Chromium that it only connects to can be hidden.
  const { origin, stop } = await listen(createServer(), 0)
  await stop()
  const options = launchOptions()
  const args = [...options.args, `--remote-debugging-port=${new URL(origin).port}`]
  const browser = await chromium.launch({ ...options, args })
  onCleanup(() => browser.close())
  const outside = await chromium.connectOverCDP(origin, { noDefaults: true })
  return outside.contexts()[0]!
})

test('a page that is not shown asks nothing, and asks when it is shown again', async ({ demo, tabs }) => {
  const page = await tabs.newPage()
  await page.goto(demo.url)
  const form = toLoanForm(page)
  await form.choose('slow')
  await form.startVerification()
  await form.says('Verifying your income tax return')

  const other = await tabs.newPage()
  await other.bringToFront()
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // At this speed the page asks at least twice a second.
  await other.waitForTimeout(1500)
  expect(asked).toEqual([])

  await page.bringToFront()
  await form.says('Your income tax return is verified')
  expect(asked.length).toBeGreaterThan(0)
})
