import { expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'
import type { Applicant } from './toApplicant.ts'

const test = hostTest({ app: 'nextjs' })

describeHost('Next.js, App Router', test)

/** To the page whose form has a server action, and whose widget asks every 5 to 10 s. */
const openActionForm = ({ page }: Applicant) => page.goto(new URL('/action', page.url()).href)

/** A press too early: only where the page's scripts run does the widget say why. */
async function isHeldBack({ name, button, widget }: Applicant) {
  await name.fill('Asha Rao')
  await expect
    .poll(async () => {
      await button('Apply').click()
      return widget.innerText()
    })
    .toContain('Your income tax return must be verified first.')
}

test('the server asks for the first status and paints it, and the browser asks when the next is due', async ({
  arrive,
  host,
}) => {
  const applicant = await arrive()
  await applicant.verify()
  await applicant.says('Verifying your income tax return')
  const { request } = applicant.page.context()
  expect(await (await request.get(new URL('/action', host.url).href)).text()).toMatch(
    /data-itr-part="root"[^>]*data-phase="initiated"/,
  )

  applicant.checks.length = 0
  await openActionForm(applicant)
  await isHeldBack(applicant)
  // One that begins again would ask at once. So early in a job the next is due after 10 s.
  await applicant.page.waitForTimeout(1500)
  expect(applicant.checks).toEqual([])
  await expect.poll(() => applicant.checks.length, { timeout: 20_000 }).toBe(1)
  expect(applicant.complaints).toEqual([])
})

test('a page that comes after the end says so at once, and asks nothing', async ({ arrive, analyzer }) => {
  const applicant = await arrive()
  await applicant.verify()
  analyzer.pass(60)
  await applicant.says('Your income tax return is verified')
  applicant.checks.length = 0
  await applicant.page.reload()
  await applicant.says('Your income tax return is verified')
  await applicant.name.fill('Asha Rao')
  await applicant.button('Apply').click()
  await applicant.reads('Thank you, Asha Rao.')
  expect(applicant.checks).toEqual([])
})

test('a form with a server action is held back in the page, and taken after the end', async ({
  arrive,
  analyzer,
}) => {
  const applicant = await arrive()
  const { page, complaints } = applicant
  await applicant.verify()
  await openActionForm(applicant)
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === page.url()) posts.push(request.postData() ?? '')
  })
  await isHeldBack(applicant)
  expect(await applicant.name.inputValue()).toBe('Asha Rao')
  expect(posts).toEqual([])

  analyzer.pass(60)
  await page.reload()
  await applicant.says('Your income tax return is verified')
  await applicant.name.fill('Asha Rao')
  await applicant.button('Apply').click()
  await applicant.reads('Thank you, Asha Rao.')
  expect(posts).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('a form with a server action needs no script: it is held back without a word, then taken, and its address says nothing', async ({
  arrive,
  analyzer,
}) => {
  const applicant = await arrive({ javaScriptEnabled: false })
  const { page, name, button } = applicant
  await applicant.verify()
  await openActionForm(applicant)
  let posts = 0
  page.on('request', (request) => void (request.method() === 'POST' && posts++))
  await name.fill('Asha Rao')
  await button('Apply').click()
  expect(await name.inputValue()).toBe('Asha Rao')
  expect(posts).toBe(0)

  analyzer.pass(60)
  await openActionForm(applicant)
  await applicant.says('Your income tax return is verified')
  await name.fill('Asha Rao')
  await button('Apply').click()
  await applicant.reads('Thank you, Asha Rao.')
  expect(posts).toBe(1)
  expect(new URL(page.url()).search).toBe('')
})

test('a server action refuses a forged value, says so, and the name that was typed is kept', async ({
  arrive,
  analyzer,
}) => {
  const other = await arrive()
  await other.verify()
  const another = await other.handle()
  analyzer.pass(60)
  await other.says('Your income tax return is verified')

  const applicant = await arrive()
  const { page, name } = applicant
  await applicant.verify()
  const own = await applicant.handle()
  await openActionForm(applicant)
  await isHeldBack(applicant)

  /** As one who knows the developer tools would. @returns what the action has answered */
  const forge = async (value: string) => {
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url() === page.url(),
    )
    await page.evaluate((value) => {
      const field = document.querySelector<HTMLInputElement>('[name="itrVerification"]')!
      field.value = value
      field.form!.noValidate = true
      field.form!.requestSubmit()
    }, value)
    expect((await answer).request().postData()).toContain(value)
    await applicant.reads('Not verified.')
  }
  for (const forged of ['completed', crypto.randomUUID(), another, own]) {
    const typed = `Mallory with ${forged}`
    await name.fill(typed)
    await forge(forged)
    // As its default the name comes back with the answer, and not before.
    await expect.poll(() => name.getAttribute('value')).toBe(typed)
    expect(await name.inputValue()).toBe(typed)
  }
  expect(await page.getByText('Thank you').count()).toBe(0)

  // Each is good where it belongs.
  analyzer.pass(60)
  // So long the app's proxy keeps an answer.
  await page.waitForTimeout(100)
  await page.reload()
  await applicant.says('Your income tax return is verified')
  await name.fill('Mallory')
  await applicant.button('Apply').click()
  await applicant.reads('Thank you, Mallory.')
})
