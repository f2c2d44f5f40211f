import { createServer } from 'node:http'
import { createItrSimulator } from 'itr-progress/testing'
import type { Page } from 'playwright'
import { describe, expect, onTestFinished } from 'vitest'
import { listen } from '../../demo/server/listen.ts'
import { toRequestListener } from '../../src/cli/toRequestListener.ts'
import { demoTest as test } from './demoTest.ts'
import { startDemo } from './startDemo.ts'
import { PAN, PASSWORD, toLoanForm } from './toLoanForm.ts'

const apiKey = 'key-7d1f2c'
const apiSecret = 'secret-0be94a'

/** Records all requests and responses of the page, except the request that starts the job. */
function recordTraffic(page: Page) {
  const recorded: Promise<string>[] = []
  const record = async (...parts: unknown[]) => JSON.stringify(await Promise.all(parts))
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/itr/start'))
      recorded.push(record(request.url(), request.allHeaders(), request.postData()))
  })
  page.on('response', (response) => {
    // A reload finds the page's modules in the cache, without a body.
    if (response.request().resourceType() === 'fetch')
      recorded.push(record(response.allHeaders(), response.text()))
  })
  return () => Promise.all(recorded)
}

/** Everything that the page stores and shows. */
const readPage = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([
      location.href,
      performance.getEntries().map((entry) => entry.name),
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.documentElement.outerHTML,
    ]),
  )

describe('secrets of the demo', () => {
  test('do not reach the browser up to the accepted form: key, raw job id, PAN and password', async ({
    browser,
  }) => {
    const simulator = createItrSimulator({ apiKey, apiSecret, speed: 1000 })
    const upstream = await listen(createServer(toRequestListener(simulator.fetch)), 0)
    onTestFinished(upstream.stop)
    const baseUrl = `${upstream.origin}/v7`
    const demo = await startDemo({
      FINPASS_API_KEY: apiKey,
      FINPASS_API_SECRET: apiSecret,
      FINPASS_BASE_URL: baseUrl,
    })
    onTestFinished(async () => void (await demo.stop()))
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(demo.url)
    const form = toLoanForm(page)
    await form.button('Demo controls').click()
    await form.waitForText(`The real one, at ${baseUrl}. The simulator is not running.`)

    const getTraffic = recordTraffic(page)
    await form.fillDetails()
    await form.startJob()
    await form.waitForHeading('completed')
    const completed = await readPage(page)
    await form.button('Continue').click()
    await page.getByRole('table').waitFor()
    const review = await readPage(page)
    await form.button('Submit the application').click()
    await form.waitForText('We have your application')

    const jobs = new Set(simulator.calls.map((call) => call.jobId))
    const [jobId] = jobs
    expect(jobs.size).toBe(1)
    expect(simulator.calls.map((call) => call.path)).toEqual(
      expect.arrayContaining(['analyze', 'status', 'data'].map((name) => `/v7/itr-analyzer/${name}`)),
    )

    const texts = [...(await getTraffic()), completed, review, await readPage(page), demo.output()]
    expect(texts.join()).toContain('QWERT****Z')
    for (const secret of [apiKey, apiSecret, jobId!, PAN, PASSWORD])
      expect(texts.filter((text) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('do not reach the browser through a failure, the demo controls and a reload', async ({
    page,
    form,
  }) => {
    await form.choose('portal_unavailable')
    await form.startJob()
    const getTraffic = recordTraffic(page)
    await form.waitForHeading('failed')
    for (const exchange of await page.locator('summary').all()) await exchange.click()
    const failed = await readPage(page)
    await page.reload()
    await form.waitForHeading('failed')

    const texts = [...(await getTraffic()), failed, await readPage(page)]
    expect(texts.filter((text) => text.includes('/api/itr/status')).length).toBeGreaterThan(2)
    const secrets = [/simulated-(key|secret)/, /itr_(job_|[0-9a-f]{8}-)/, RegExp(PAN, 'i'), RegExp(PASSWORD)]
    for (const secret of secrets) expect(texts.filter((text) => secret.test(text))).toEqual([])
  })
})
