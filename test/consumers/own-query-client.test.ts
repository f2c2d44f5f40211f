import { itrScenarios } from 'itr-progress/testing'
import { expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'
import type { Applicant } from './toApplicant.ts'

const test = hostTest({ app: 'vite', path: '/own-query-client.html' })

// Of which the first test says that no two checks are nearer than `interval.min`, though the host asks ten times a second.
describeHost('a host with a QueryClient of its own', test)

/** Until the host's own query has asked so many more times, by the defaults that ours does not heed. */
async function whileHostAsks({ page }: Applicant, times: number) {
  for (let asked = 0; asked < times; asked++)
    await page.waitForResponse((response) => response.url().endsWith('/api/exchange-rate'))
}

test('a failed check is neither thrown nor asked again at once, and the watch goes on', async ({
  arrive,
  analyzer,
}) => {
  analyzer.simulator.scenario = {
    ...itrScenarios.happy,
    glitches: [{ from: 10_000, until: 40_000, kind: 'error' }],
  }
  const applicant = await arrive()
  await applicant.verify()
  await applicant.says('Verifying your income tax return')
  analyzer.pass(15)
  await applicant.reads('No answer just now. Trying again.')
  const before = applicant.checks.length
  await whileHostAsks(applicant, 15)
  // Of 1.5 s or more that is one every half a second, and then every second; five retries would be one every 10 ms.
  expect(applicant.checks.length - before).toBeLessThanOrEqual(4)
  analyzer.pass(60)
  await applicant.says('Your income tax return is verified')
})

test('after the end nothing asks again: no timer, no focus, no network that comes back, no "Refresh all"', async ({
  arrive,
  analyzer,
}) => {
  analyzer.simulator.scenario = 'happy'
  const applicant = await arrive()
  await applicant.verify()
  analyzer.pass(60)
  await applicant.says('Your income tax return is verified')
  const before = applicant.checks.length
  await applicant.button('Refresh all').click()
  await applicant.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await applicant.page.context().setOffline(true)
  await applicant.page.context().setOffline(false)
  await whileHostAsks(applicant, 15)
  expect(applicant.checks).toHaveLength(before)
})

test('the window closes in its time, and opens anew when the person asks', async ({ arrive, analyzer }) => {
  analyzer.simulator.scenario = 'stuck'
  const applicant = await arrive()
  await applicant.page.clock.install()
  await applicant.verify()
  await applicant.says('Verifying your income tax return')
  await applicant.page.clock.fastForward('05:00')
  await applicant.says('We have not heard back yet')
  await applicant.button('Check again').click()
  await applicant.says('Verifying your income tax return')
})
