import { en } from 'itr-progress/locales/en'
import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'
import { PAN } from './toLoanForm.ts'

test('an invalid password is explained, and "Start again" keeps the rest of the form', async ({
  page,
  form,
}) => {
  await form.choose('invalid_credentials')
  await form.fillDetails()
  const typed = await form.details()
  await form.startVerification()

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

  await form.startVerification('scenario:happy')
  await form.waitForHeading('completed')
})

test('a locked account offers documents first, and the way back', async ({ form }) => {
  await form.choose('happy')
  await form.startVerification('scenario:account_locked')
  await form.waitForText(en.reason.account_locked)
  expect(await form.widget.getByRole('button').allInnerTexts()).toEqual([
    en.action.alternative,
    en.action.restart,
  ])

  await form.button(en.action.alternative).click()
  await form.waitForText('Send us the acknowledgements')
  await form.button('Verify online instead').click()
  await form.waitForHeading('failed')
})

test('withdrawn consent ends the job, and the server denies its handle', async ({ page, form }) => {
  await form.choose('stuck')
  await form.startVerification()
  const handle = await form.handle()

  const response = page.waitForResponse((response) => response.url().endsWith('/api/itr/forget'))
  await form.button('Withdraw consent').click()
  await response
  expect(await page.getByRole('checkbox').isChecked()).toBe(false)
  expect(await form.widget.count()).toBe(0)

  const status = await page.evaluate(async (job_id) => {
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch('/api/itr/status', { method: 'POST', headers, body: JSON.stringify({ job_id }) }))
      .status
  }, handle)
  expect(status).toBe(404)
})
