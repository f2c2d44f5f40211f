import { en } from 'itr-progress/locales/en'
import { describe, expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

describe('loan application of the demo', () => {
  test('is unblocked by a completed job, and accepted after a reload, under a strict content security policy', async ({
    page,
    form,
  }) => {
    const violations: string[] = []
    page.on('console', (message) => message.type() === 'error' && violations.push(message.text()))
    page.on('pageerror', (error) => violations.push(error.message))
    const response = await page.reload()
    expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self'; style-src 'self';/)

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

    await page.reload()
    await table.waitFor()
    await form.button('Submit the application').click()
    await form.waitForText('We have your application')
    expect(await page.getByText(/^PL-\d{8}$/).count()).toBe(1)
    expect(violations).toEqual([])
  })

  test('has a control that submits a forged value, which the server refuses', async ({ form }) => {
    await form.choose('happy')
    await form.button('Send a forged value').click()
    await form.waitForText('Refused: 422 not_completed.')
  })
})
