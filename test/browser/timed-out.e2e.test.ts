import { demoTest as test } from './demoTest.ts'

test('a slow job outlasts a short window: the person is asked, checks again, and sees it through', async ({
  page,
  form,
}) => {
  // The page's clock can be moved on; the portal's cannot.
  await page.clock.install()
  await page.reload()
  await form.choose('slow')
  await page.getByLabel('Window', { exact: true }).selectOption('20 seconds')
  await form.startVerification()
  await form.says('Verifying your income tax return')
  await page.clock.fastForward('00:21')

  await form.says('We have not heard back yet')
  await form.reads('Nothing is lost.')
  await form.button('Check again').click()
  await form.says('Verifying your income tax return')
  await form.says('Your income tax return is verified')
})
