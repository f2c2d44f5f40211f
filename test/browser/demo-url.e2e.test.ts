import { en } from 'itr-progress/locales/en'
import { hi } from 'itr-progress/locales/hi'
import { describe, expect } from 'vitest'
import { consentNotices } from '../../demo/consentNotices.ts'
import { demoTest as test } from './demoTest.ts'

describe('URL of the demo', () => {
  test('chooses the scenario, and follows the demo controls', async ({ demo, page, form }) => {
    await form.choose('happy')
    expect(new URL(page.url()).search).toBe('?scenario=happy')

    await page.goto(`${demo.url}/?scenario=no_itr_found`)
    await expect.poll(() => page.getByLabel('Scenario', { exact: true }).inputValue()).toBe('no_itr_found')
    await form.startJob()
    await form.waitForText(en.reason.no_itr_found)
  })

  test('chooses the language of the widget and of the consent notice, and follows the select', async ({
    demo,
    page,
    form,
  }) => {
    await page.goto(`${demo.url}/?scenario=stuck&lang=hi`)
    const notice = page.locator('.consent')
    expect(await notice.getAttribute('lang')).toBe('hi')
    for (const text of consentNotices.hi.items.flat())
      expect(await notice.getByText(text, { exact: true }).count()).toBe(1)

    await form.startJob()
    await form.widget.getByRole('heading', { name: hi.heading.watching }).waitFor()
    await page.getByLabel('Language').selectOption('ur')
    expect(new URL(page.url()).search).toBe('?scenario=stuck&lang=ur')
    expect(await form.widget.getAttribute('dir')).toBe('rtl')
  })

  test('ignores an unknown scenario or language', async ({ demo, page, form }) => {
    await page.goto(`${demo.url}/?scenario=none&lang=constructor`)
    expect(await page.locator('.consent').getAttribute('lang')).toBe('en')
    await form.choose('happy')
    await form.startJob()
    await form.waitForHeading('completed')
  })
})

describe('title of the demo', () => {
  test('has the state of the job, then the step of the application', async ({ page, form }) => {
    await form.choose('happy')
    await form.fillDetails()
    const expectTitle = (state: string) =>
      expect.poll(() => page.title()).toBe(`${state} – Personal loan application`)
    await expectTitle(en.heading.idle)
    await form.startJob()
    await expectTitle(en.heading.watching)
    await form.waitForHeading('completed')
    await expectTitle(en.heading.completed)
    await form.button('Continue').click()
    await expectTitle('Review and submit')
    await form.button('Submit the application').click()
    await expectTitle('Done')
  })
})
