import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

test('a reload in the middle resumes the same job, with all that was typed', async ({ page, form }) => {
  await form.choose('slow')
  await form.fillDetails()
  const typed = await form.details()
  await form.startVerification()
  await form.says('Verifying your income tax return')
  const kept = () => page.evaluate(() => sessionStorage.getItem('verification'))
  const before = await kept()

  const starts: string[] = []
  page.on('request', (request) => request.url().endsWith('/api/itr/start') && starts.push(request.url()))
  await page.reload()
  await form.says('Verifying your income tax return')
  expect(await kept()).toBe(before)
  expect(await form.details()).toEqual(typed)

  await form.says('Your income tax return is verified')
  expect(starts).toEqual([])
})

test('a reload opens no new window: the time before it counts', async ({ page, form }) => {
  await page.clock.install()
  await page.reload()
  await form.choose('stuck')
  await form.startVerification()
  await form.says('Verifying your income tax return')
  await page.clock.fastForward('03:50')

  await page.reload()
  await form.says('Verifying your income tax return')
  await page.clock.fastForward('00:11')
  await form.says('We have not heard back yet')
})

test('a reload of the review asks once more, and shows it again', async ({ page, form }) => {
  await form.choose('happy')
  await form.fillDetails()
  await form.startVerification()
  await form.says('Your income tax return is verified')
  await form.button('Continue').click()
  await page.getByRole('table').waitFor()

  await page.reload()
  await page.getByRole('table').waitFor()
  await form.button('Submit the application').click()
  await form.reads('We have your application')
})
