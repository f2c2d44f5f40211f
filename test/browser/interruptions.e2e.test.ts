import { en } from 'itr-progress/locales/en'
import { describe, expect, onTestFinished } from 'vitest'
import { startChromium } from '../life/host/startChromium.ts'
import { demoTest as test } from './demoTest.ts'
import { toLoanForm } from './toLoanForm.ts'

describe('interrupted polling in the demo', () => {
  test('resumes the same job after a reload, and keeps the form', async ({ page, form }) => {
    await form.choose('slow')
    await form.fillDetails()
    const typed = await form.details()
    await form.startJob()
    await form.waitForHeading('watching')
    const handle = await form.handle()

    const starts: string[] = []
    page.on('request', (request) => request.url().endsWith('/api/itr/start') && starts.push(request.url()))
    await page.reload()
    await form.waitForHeading('watching')
    expect(await form.handle()).toBe(handle)
    expect(await form.details()).toEqual(typed)

    await form.waitForHeading('completed')
    expect(starts).toEqual([])
  })

  test('keeps the deadline after a reload', async ({ page, form }) => {
    await page.clock.install()
    await page.reload()
    await form.choose('stuck')
    await form.startJob()
    await form.waitForHeading('watching')
    await page.clock.fastForward('03:50')

    await page.reload()
    await form.waitForHeading('watching')
    await page.clock.fastForward('00:11')
    await form.waitForHeading('timed-out')
  })

  test('shows the review again after a reload', async ({ page, form }) => {
    await form.choose('happy')
    await form.fillDetails()
    await form.startJob()
    await form.waitForHeading('completed')
    await form.button('Continue').click()
    await page.getByRole('table').waitFor()

    await page.reload()
    await page.getByRole('table').waitFor()
    await form.button('Submit the application').click()
    await form.waitForText('We have your application')
  })

  test('stops while offline with a hint, and goes on once online', async ({ page, form }) => {
    await form.choose('slow')
    await form.startJob()
    await form.waitForHeading('watching')

    await page.context().setOffline(true)
    await form.waitForText(en.hint.offline)
    await page.context().setOffline(false)
    await form.waitForHeading('completed')
  })

  test('sends no request in a hidden tab, and goes on when it is shown again', async ({ demo }) => {
    const { tabs, stop } = await startChromium()
    onTestFinished(stop)
    const page = await tabs.newPage()
    await page.goto(demo.url)
    const form = toLoanForm(page)
    await form.choose('slow')
    await form.startJob()
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
})
