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

/** As a person who knows the developer tools would. @returns the status of the answer */
const submit = (page: Page, itrVerification: unknown) =>
  page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/api/applications', { method: 'POST', headers, body })).status
    },
    JSON.stringify({ ...complete, itrVerification }),
  )

test('the demo controls show that a made-up value is refused', async ({ form }) => {
  await form.choose('happy')
  await form.button('Send a forged value').click()
  await form.reads('Refused: 422 not_verified.')
})

test('neither nothing, nor a job under way, nor one that failed passes for a verified one', async ({
  page,
  form,
}) => {
  expect(await submit(page, null)).toBe(422)
  expect(await submit(page, '')).toBe(422)

  await form.choose('stuck')
  await form.startVerification()
  expect(await submit(page, await form.handle())).toBe(422)
  await form.button('Withdraw consent').click()

  await form.startVerification('scenario:no_itr_found')
  await form.says('We could not verify your return')
  expect(await submit(page, await form.handle())).toBe(422)
})

test("another person's verified handle is worth nothing, and one's own counts once", async ({
  demo,
  browser,
  page,
  form,
}) => {
  await form.choose('happy')
  await form.startVerification()
  await form.says('Your income tax return is verified')
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
