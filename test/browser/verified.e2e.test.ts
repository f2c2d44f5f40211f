import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

test('a verified return opens the next step, and the form is accepted', async ({ page, form }) => {
  await form.choose('happy')
  await form.startVerification()
  await form.says('Verifying your income tax return')

  // While the widget works, the person goes on.
  await form.fillDetails()
  await form.button('Continue').click()
  await form.reads('Your income tax return must be verified first.')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Verifying/)

  await form.says('Your income tax return is verified')
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
  await form.reads('We have your application')
  expect(await page.getByText(/^PL-\d{8}$/).count()).toBe(1)
})

test('the page has nothing that a strict content security policy would refuse', async ({ page, form }) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  page.on('pageerror', (error) => refused.push(error.message))
  const response = await page.reload()
  expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self'; style-src 'self';/)

  await form.choose('happy')
  await form.startVerification()
  await form.says('Your income tax return is verified')
  expect(refused).toEqual([])
})
