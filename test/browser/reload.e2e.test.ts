import { expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

test('a reload resumes the same job and keeps the form', async ({ page, form }) => {
  await form.choose('slow')
  await form.fillDetails()
  const typed = await form.details()
  await form.startVerification()
  await form.waitForHeading('watching')
  const handle = await form.handle()

  const starts: string[] = []
  page.on('request', (request) => request.url().endsWith('/api/itr/start') && starts.push(request.url()))
  await page.reload()
  await form.waitForHeading('watching')
  expect(await form.handle()).toBe(handle)
  expect(await form.details()).toEqual(typed)

  await form.waitForHeading('completed')
  expect(starts).toEqual([])
})

test('a reload does not move the deadline', async ({ page, form }) => {
  await page.clock.install()
  await page.reload()
  await form.choose('stuck')
  await form.startVerification()
  await form.waitForHeading('watching')
  await page.clock.fastForward('03:50')

  await page.reload()
  await form.waitForHeading('watching')
  await page.clock.fastForward('00:11')
  await form.waitForHeading('timed-out')
})

test('a reload of the review shows it again', async ({ page, form }) => {
  await form.choose('happy')
  await form.fillDetails()
  await form.startVerification()
  await form.waitForHeading('completed')
  await form.button('Continue').click()
  await page.getByRole('table').waitFor()

  await page.reload()
  await page.getByRole('table').waitFor()
  await form.button('Submit the application').click()
  await form.waitForText('We have your application')
})
