import { describe, expect } from 'vitest'
import type { Applicant } from './createApplicant.ts'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const test = hostTest({ app: 'nextjs' })

describeHost('Next.js, App Router', test)

/** Opens the page whose form has a server action, and whose widget polls every 5 to 10 s. */
const openActionForm = ({ page }: Applicant) => page.goto(new URL('/action', page.url()).href)

describe('server-rendered status in Next.js', () => {
  test('is in the HTML, and the browser polls only when the next poll is due', async ({ openPage, host }) => {
    const applicant = await openPage()
    await applicant.verify()
    await applicant.waitForHeading('Fetching your income tax returns')
    const { request } = applicant.page.context()
    expect(await (await request.get(new URL('/action', host.url).href)).text()).toMatch(
      /data-itr-part="root"[^>]*data-phase="initiated"/,
    )

    applicant.polls.length = 0
    await openActionForm(applicant)
    await applicant.expectBlocked()
    // Without the server's status it would poll at once. The next poll is due after 10 s.
    await applicant.page.waitForTimeout(1500)
    expect(applicant.polls).toEqual([])
    await expect.poll(() => applicant.polls.length, { timeout: 20_000 }).toBe(1)
    expect(applicant.consoleErrors).toEqual([])
  })

  test('is shown without a poll if the job has completed', async ({ openPage, upstream }) => {
    const applicant = await openPage()
    await applicant.verify()
    upstream.advance(60)
    await applicant.waitForHeading('We have your income tax returns')
    applicant.polls.length = 0
    await applicant.page.reload()
    await applicant.waitForHeading('We have your income tax returns')
    await applicant.apply()
    expect(applicant.polls).toEqual([])
  })
})

describe('form with a server action in Next.js', () => {
  test('returns by "Start again" to the form that starts a job', async ({ openPage, upstream }) => {
    const applicant = await openPage()
    await applicant.verify('scenario:account_locked')
    upstream.advance(60)
    await openActionForm(applicant)
    await applicant.button('Start again').click()
    await applicant.button('Get my returns').waitFor()
    expect(new URL(applicant.page.url()).pathname).toBe('/')
    expect(applicant.consoleErrors).toEqual([])
  })

  test.for([true, false])(
    'is submitted only after the job has completed, with scripts: %s',
    async (javaScriptEnabled, { openPage, upstream }) => {
      const applicant = await openPage({ javaScriptEnabled })
      const { page, name, button } = applicant
      await applicant.verify()
      await openActionForm(applicant)
      let posts = 0
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url() === page.url()) posts++
      })
      if (javaScriptEnabled) await applicant.expectBlocked()
      else {
        await name.fill('Asha Rao')
        await button('Apply').click()
      }
      expect(await name.inputValue()).toBe('Asha Rao')
      expect(posts).toBe(0)

      upstream.advance(60)
      await openActionForm(applicant)
      await applicant.waitForHeading('We have your income tax returns')
      await applicant.apply()
      expect(posts).toBe(1)
      expect(new URL(page.url()).search).toBe('')
      // Without scripts the browser reports that it cannot focus the hidden field.
      if (javaScriptEnabled) expect(applicant.consoleErrors).toEqual([])
    },
  )

  test('refuses a forged value with a message, and keeps the name', async ({ openPage, upstream }) => {
    const other = await openPage()
    await other.verify()
    const otherHandle = await other.handle()
    upstream.advance(60)
    await other.waitForHeading('We have your income tax returns')

    const applicant = await openPage()
    const { page, name } = applicant
    await applicant.verify()
    const own = await applicant.handle()
    await openActionForm(applicant)
    await applicant.expectBlocked()

    /** Submits a value as with developer tools. */
    const submitForged = async (value: string) => {
      const response = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url() === page.url(),
      )
      await page.evaluate((value) => {
        const field = document.querySelector<HTMLInputElement>('[name="itrVerification"]')!
        field.value = value
        field.form!.noValidate = true
        field.form!.requestSubmit()
      }, value)
      expect((await response).request().postData()).toContain(value)
      await applicant.waitForText('We do not have your returns.')
    }
    for (const forged of ['completed', crypto.randomUUID(), otherHandle, own]) {
      const typed = `Mallory with ${forged}`
      await name.fill(typed)
      await submitForged(forged)
      // The response sets the name as the default value.
      await expect.poll(() => name.getAttribute('value')).toBe(typed)
      expect(await name.inputValue()).toBe(typed)
    }
    expect(await page.getByText('Thank you').count()).toBe(0)

    // The own value is accepted once the job has completed.
    upstream.advance(60)
    // The proxy of the app caches a response for this long.
    await page.waitForTimeout(100)
    await page.reload()
    await applicant.waitForHeading('We have your income tax returns')
    await applicant.apply('Mallory')
  })
})
