import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'
import { PAN } from './toLoanForm.ts'

test('a refused password is explained, and starting again loses nothing that was typed', async ({
  page,
  form,
}) => {
  await form.choose('invalid_credentials')
  await form.fillDetails()
  const typed = await form.details()
  await form.startVerification()

  await form.says('We could not verify your return')
  await form.reads('The e-filing portal did not accept the PAN or the password.')
  await form.reads('Check both before you start again: a few wrong tries lock the account.')
  expect(await form.widget.getByText(/^Reference [0-9A-Z]{4}-[0-9A-Z]{4}$/).count()).toBe(1)

  await form.button('Start again').click()
  const pan = page.getByLabel('PAN', { exact: true })
  await pan.waitFor()
  expect(await pan.inputValue()).toBe(PAN)
  expect(await pan.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Portal password').inputValue()).toBe('')
  expect(await form.details()).toEqual(typed)

  // Another try is another job.
  await form.startVerification('scenario:happy')
  await form.says('Your income tax return is verified')
})

test('documents come first where another try would fail again, and lead back too', async ({ form }) => {
  await form.choose('happy')
  await form.startVerification('scenario:account_locked')
  await form.reads('Your account on the e-filing portal is locked.')
  expect(await form.widget.getByRole('button').allInnerTexts()).toEqual([
    'Upload documents instead',
    'Start again',
  ])

  await form.button('Upload documents instead').click()
  await form.reads('Send us the acknowledgements')
  await form.button('Verify online instead').click()
  await form.says('We could not verify your return')
})

test('withdrawn consent ends the verification, and is asked for anew', async ({ page, form }) => {
  await form.choose('stuck')
  await form.startVerification()
  const handle = await form.handle()

  const forgotten = page.waitForResponse((response) => response.url().endsWith('/api/itr/forget'))
  await form.button('Withdraw consent').click()
  await forgotten
  expect(await page.getByRole('checkbox').isChecked()).toBe(false)
  expect(await form.widget.count()).toBe(0)

  const status = await page.evaluate(async (job_id) => {
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch('/api/itr/status', { method: 'POST', headers, body: JSON.stringify({ job_id }) }))
      .status
  }, handle)
  expect(status).toBe(404)
})
