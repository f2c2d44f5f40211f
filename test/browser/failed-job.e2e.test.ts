import { en } from 'itr-progress/locales/en'
import { describe, expect } from 'vitest'
import { consentNotices } from '../../demo/consentNotices.ts'
import { demoTest as test } from './demoTest.ts'
import { PAN } from './toLoanForm.ts'

describe('job of the demo without returns', () => {
  test('explains an invalid password, and "Start again" keeps the rest of the form', async ({
    page,
    form,
  }) => {
    await form.choose('invalid_credentials')
    await form.fillDetails()
    const typed = await form.details()
    await form.startJob()

    await form.waitForHeading('failed')
    await form.waitForText(en.reason.invalid_credentials)
    await form.waitForText(en.remedy.invalid_credentials)
    expect(await form.widget.getByText(/^Reference [0-9A-Z]{4}-[0-9A-Z]{4}$/).count()).toBe(1)

    await form.button(en.action.restart).click()
    const pan = page.getByLabel('PAN', { exact: true })
    await pan.waitFor()
    expect(await pan.inputValue()).toBe(PAN)
    expect(await pan.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await page.getByLabel('Portal password').inputValue()).toBe('')
    expect(await form.details()).toEqual(typed)

    await form.startJob('scenario:happy')
    await form.waitForHeading('completed')
  })

  test('offers documents first for a locked account, and the way back', async ({ form }) => {
    await form.choose('happy')
    await form.startJob('scenario:account_locked')
    await form.waitForText(en.reason.account_locked)
    expect(await form.widget.getByRole('button').allInnerTexts()).toEqual([
      en.action.alternative,
      en.action.restart,
    ])

    await form.button(en.action.alternative).click()
    await form.waitForText('Send us the acknowledgements')
    await form.button('Get my returns online instead').click()
    await form.waitForHeading('failed')
  })

  test('ends when the consent is withdrawn, and the server denies its handle', async ({ page, form }) => {
    await form.choose('stuck')
    await form.startJob()
    const handle = await form.handle()

    const response = page.waitForResponse((response) => response.url().endsWith('/api/itr/forget'))
    await form.button('Withdraw consent').click()
    await response
    await form.waitForText(consentNotices.en.withdrawn)
    expect(await page.getByRole('checkbox').isChecked()).toBe(false)
    expect(await form.widget.count()).toBe(0)

    const status = await page.evaluate(async (job_id) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/api/itr/status', { method: 'POST', headers, body: JSON.stringify({ job_id }) }))
        .status
    }, handle)
    expect(status).toBe(404)
  })

  test('continues when the withdrawal of consent does not reach the server, and says so', async ({
    page,
    form,
  }) => {
    await form.choose('stuck')
    await form.startJob()
    await page.route('**/api/itr/forget', (route) => route.abort())
    await form.button('Withdraw consent').click()
    await form.waitForText('Your consent is not withdrawn yet.')
    expect(await form.widget.count()).toBe(1)
  })

  test('gets a new window from "Check again" after a time-out', async ({ page, form }) => {
    // Moves the clock of the page, not the one of the simulator.
    await page.clock.install()
    await page.reload()
    await form.choose('slow')
    await page.getByLabel('Window', { exact: true }).selectOption('20 seconds')
    await form.startJob()
    await form.waitForHeading('watching')
    await page.clock.fastForward('00:21')

    await form.waitForHeading('timed-out')
    await form.waitForText(en.body['timed-out'])
    await form.button(en.action.retry).click()
    await form.waitForHeading('watching')
    await form.waitForHeading('completed')
  })
})
