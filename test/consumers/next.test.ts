import { expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const test = hostTest({ app: 'next' })

describeHost('Next.js, App Router', test)

test('the server asks for the first status and paints it, and the browser asks when the next is due', async ({
  arrive,
  host,
}) => {
  const applicant = await arrive()
  await applicant.verify()
  await applicant.says('Verifying your income tax return')
  const { request } = applicant.page.context()
  expect(await (await request.get(host.url)).text()).toMatch(
    /data-itr-part="root"[^>]*data-phase="initiated"/,
  )

  applicant.checks.length = 0
  const reloadedAt = Date.now()
  await applicant.page.reload()
  await applicant.handle()
  await applicant.checks[0]!.response()
  // The interval that the page gives is 0.5 to 1 s, and so early in a job it is the latter.
  expect(applicant.checks[0]!.timing().startTime - reloadedAt).toBeGreaterThanOrEqual(1000)
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
