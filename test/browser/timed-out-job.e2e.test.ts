import { en } from 'itr-progress/locales/en'
import { demoTest as test } from './demoTest.ts'

test('"Check again" opens a new window after a time-out, and shows the completed job', async ({
  page,
  form,
}) => {
  // Moves the clock of the page, not the one of the simulator.
  await page.clock.install()
  await page.reload()
  await form.choose('slow')
  await page.getByLabel('Window', { exact: true }).selectOption('20 seconds')
  await form.startVerification()
  await form.waitForHeading('watching')
  await page.clock.fastForward('00:21')

  await form.waitForHeading('timed-out')
  await form.waitForText(en.body['timed-out'])
  await form.button(en.action.retry).click()
  await form.waitForHeading('watching')
  await form.waitForHeading('completed')
})
