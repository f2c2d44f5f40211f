import { createServer } from 'node:http'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { listen } from '../../demo/server/listen.ts'
import { toRequestListener } from '../../demo/server/toRequestListener.ts'
import { createItrSimulator } from '../../src/testing/index.ts'
import { demoTest } from './demoTest.ts'
import { recordTraffic } from './recordTraffic.ts'
import { startDemo } from './startDemo.ts'
import { PAN, PASSWORD, toLoanForm } from './toLoanForm.ts'

const apiKey = 'key-7d1f2c'
const apiSecret = 'secret-0be94a'

// oxlint-disable-next-line no-empty-pattern -- from the pattern vitest reads what a fixture needs
const test = demoTest.extend('live', async ({}, { onCleanup }) => {
  const simulator = createItrSimulator({ apiKey, apiSecret, speed: 1000 })
  const { origin, stop } = await listen(createServer(toRequestListener(simulator.fetch)), 0)
  onCleanup(stop)
  return { simulator, baseUrl: `${origin}/v7` }
})

/** Whatever of the page outlives a moment: what it keeps, what it shows, where it is. */
const lasting = (page: Page) =>
  page.evaluate(() => {
    const addresses = performance.getEntries().map((entry) => entry.name)
    return JSON.stringify([
      location.href,
      addresses,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.documentElement.outerHTML,
    ])
  })

test('the browser sees no key, no job id, no PAN and no password, from the start to the accepted form', async ({
  browser,
  live: { simulator, baseUrl },
}) => {
  const demo = await startDemo({
    FINPASS_API_KEY: apiKey,
    FINPASS_API_SECRET: apiSecret,
    FINPASS_BASE_URL: baseUrl,
  })
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(demo.url)
    const form = toLoanForm(page)
    await form.button('Demo controls').click()
    await form.reads(`The real one, at ${baseUrl}. The simulator is not running.`)

    const traffic = recordTraffic(page)
    await form.fillDetails()
    await form.startVerification()
    await form.says('Your income tax return is verified')
    const watching = await lasting(page)
    await form.button('Continue').click()
    await page.getByRole('table').waitFor()
    const reviewing = await lasting(page)
    await form.button('Submit the application').click()
    await form.reads('We have your application')

    const jobs = new Set(simulator.calls.map((call) => call.jobId))
    const [jobId] = jobs
    expect(jobs.size).toBe(1)
    expect(simulator.calls.map((call) => call.path)).toEqual(
      expect.arrayContaining(['analyze', 'status', 'data'].map((name) => `/v7/itr-analyzer/${name}`)),
    )

    const seen = [...(await traffic()), watching, reviewing, await lasting(page), demo.output()]
    expect(seen.join()).toContain('QWERT****Z')
    for (const secret of [apiKey, apiSecret, jobId!, PAN, PASSWORD])
      expect(seen.filter((text) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  } finally {
    await context.close()
    await demo.stop()
  }
})

test('the same holds through many checks, a failure, a reload and what the demo controls show', async ({
  page,
  form,
}) => {
  await form.choose('portal_unavailable')
  await form.startVerification()
  const traffic = recordTraffic(page)
  await form.says('We could not verify your return')
  // Each exchange is folded open.
  for (const exchange of await page.locator('summary').all()) await exchange.click()
  const shown = await lasting(page)
  await page.reload()
  await form.says('We could not verify your return')

  const seen = [...(await traffic()), shown, await lasting(page)]
  expect(seen.filter((text) => text.includes('/api/itr/status')).length).toBeGreaterThan(2)
  for (const secret of [
    /simulated-(key|secret)/,
    /itr_(job_|[0-9a-f]{8}-)/,
    new RegExp(PAN, 'i'),
    new RegExp(PASSWORD),
  ])
    expect(seen.filter((text) => secret.test(text))).toEqual([])
})
