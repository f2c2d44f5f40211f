import type { Page } from 'playwright'
import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

const complete = {
  name: 'Sample Taxpayer',
  amount: '500000',
  term: '24',
  employment: 'retired',
  employer: '',
}

/** Posts the form as with developer tools. @returns the status code */
const submit = (page: Page, itrVerification: unknown) =>
  page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/api/applications', { method: 'POST', headers, body })).status
    },
    JSON.stringify({ ...complete, itrVerification }),
  )

test('the demo controls show that the server refuses a forged value', async ({ form }) => {
  await form.choose('happy')
  await form.button('Send a forged value').click()
  await form.waitForText('Refused: 422 not_verified.')
})

test('the server refuses no value, a live job and a failed job', async ({ page, form }) => {
  expect(await submit(page, null)).toBe(422)
  expect(await submit(page, '')).toBe(422)

  await form.choose('stuck')
  await form.startVerification()
  expect(await submit(page, await form.handle())).toBe(422)
  await form.button('Withdraw consent').click()

  await form.startVerification('scenario:no_itr_found')
  await form.waitForHeading('failed')
  expect(await submit(page, await form.handle())).toBe(422)
})

test("the server refuses another person's handle, and accepts one's own once", async ({
  demo,
  browser,
  page,
  form,
}) => {
  await form.choose('happy')
  await form.startVerification()
  await form.waitForHeading('completed')
  const handle = await form.handle()

  const other = await browser.newContext()
  try {
    const elsewhere = await other.newPage()
    await elsewhere.goto(demo.url)
    expect(await submit(elsewhere, handle)).toBe(422)
  } finally {
    await other.close()
  }

  expect(await submit(page, handle)).toBe(201)
  expect(await submit(page, handle)).toBe(422)
})
