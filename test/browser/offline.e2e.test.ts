import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

test('a network that goes away is said, asks nothing, and is made up for when it is back', async ({
  page,
  form,
}) => {
  await form.choose('slow')
  await form.startVerification()
  await form.says('Verifying your income tax return')

  await page.context().setOffline(true)
  await form.reads('You are offline. We will check again when you are back.')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // As long as several checks, at this speed.
  await page.waitForTimeout(1500)
  expect(asked).toEqual([])

  await page.context().setOffline(false)
  await form.says('Your income tax return is verified')
})

test('a failing backend is said while it lasts, and the widget goes on by itself', async ({ page, form }) => {
  await form.choose('happy')
  await page.route('**/api/itr/status', (route) => route.fulfill({ status: 503 }))
  await form.startVerification()
  await form.reads('No answer just now. Trying again.')

  await page.unroute('**/api/itr/status')
  await form.says('Your income tax return is verified')
})
