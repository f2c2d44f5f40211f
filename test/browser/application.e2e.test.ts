import { en } from 'itr-progress/locales/en'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

const complete = {
  name: 'Sample Taxpayer',
  amount: '500000',
  term: '24',
  employment: 'retired',
  employer: '',
}

/** Posts the form as with developer tools. Returns the status code. */
const submit = (page: Page, itrVerification: unknown) =>
  page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/api/applications', { method: 'POST', headers, body })).status
    },
    JSON.stringify({ ...complete, itrVerification }),
  )

describe('loan application of the demo', () => {
  test('is unblocked by a completed job, and accepted by the server', async ({ page, form }) => {
    await form.choose('slow')
    await form.fillDetails()
    await form.startJob()
    await form.waitForHeading('watching')

    await form.button('Continue').click()
    await form.waitForText(en.required)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(en.heading.watching)

    await form.waitForHeading('completed')
    expect(await form.details()).toEqual(['Sample Taxpayer', '500000', 'salaried', 'Example Works'])
    await form.button('Continue').click()

    const table = page.getByRole('table')
    await table.waitFor()
    const [caption, ...rows] = (await table.innerText()).split('\n').filter((line) => line.trim() !== '')
    expect(caption).toBe('Income tax returns of PAN QWERT****Z')
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toContainEqual([
      '2024-25',
      'ITR-1',
      '₹9,50,000',
    ])

    await form.button('Submit the application').click()
    await form.waitForText('We have your application')
    expect(await page.getByText(/^PL-\d{8}$/).count()).toBe(1)
  })

  test('works under a strict content security policy', async ({ page, form }) => {
    const violations: string[] = []
    page.on('console', (message) => message.type() === 'error' && violations.push(message.text()))
    page.on('pageerror', (error) => violations.push(error.message))
    const response = await page.reload()
    expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self'; style-src 'self';/)

    await form.choose('happy')
    await form.startJob()
    await form.waitForHeading('completed')
    expect(violations).toEqual([])
  })

  test('has a control that submits a forged value, which the server refuses', async ({ form }) => {
    await form.choose('happy')
    await form.button('Send a forged value').click()
    await form.waitForText('Refused: 422 not_completed.')
  })

  test('is refused without a value, and with a live or a failed job', async ({ page, form }) => {
    expect(await submit(page, null)).toBe(422)
    expect(await submit(page, '')).toBe(422)

    await form.choose('stuck')
    await form.startJob()
    expect(await submit(page, await form.handle())).toBe(422)
    await form.button('Withdraw consent').click()

    await form.startJob('scenario:no_itr_found')
    await form.waitForHeading('failed')
    expect(await submit(page, await form.handle())).toBe(422)
  })

  test("is refused with another person's handle, and accepted once with one's own", async ({
    demo,
    browser,
    page,
    form,
  }) => {
    await form.choose('happy')
    await form.startJob()
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
})
