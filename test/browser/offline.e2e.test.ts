import { en } from 'itr-progress/locales/en'
import { demoTest as test } from './demoTest.ts'

test('the widget says that it is offline, and polls again once online', async ({ page, form }) => {
  await form.choose('slow')
  await form.startVerification()
  await form.waitForHeading('watching')

  await page.context().setOffline(true)
  await form.waitForText(en.hint.offline)
  await page.context().setOffline(false)
  await form.waitForHeading('completed')
})

test('the widget says that the backend fails, and polls on', async ({ page, form }) => {
  await form.choose('happy')
  await page.route('**/api/itr/status', (route) => route.fulfill({ status: 503 }))
  await form.startVerification()
  await form.waitForText(en.hint.reconnecting)

  await page.unroute('**/api/itr/status')
  await form.waitForHeading('completed')
})
