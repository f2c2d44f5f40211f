import { itrScenarios } from 'itr-progress/testing'
import { describe, expect } from 'vitest'
import type { Applicant } from './createApplicant.ts'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const test = hostTest({ app: 'vite', path: '/own-query-client.html' })

// Its first test proves `interval.min`, although the defaults of the host refetch ten times a second.
describeHost('app with its own QueryClient', test)

/** Waits for refetches of the query of the host, which uses the defaults of its client. */
async function waitForRefetches({ page }: Applicant, times: number) {
  for (let refetched = 0; refetched < times; refetched++)
    await page.waitForResponse((response) => response.url().endsWith('/api/exchange-rate'))
}

describe('defaults of a QueryClient', () => {
  test('neither throw nor retry a failed poll, and polling goes on', async ({ openPage, upstream }) => {
    upstream.simulator.scenario = {
      ...itrScenarios.happy,
      glitches: [{ from: 10_000, until: 40_000, kind: 'error' }],
    }
    const applicant = await openPage()
    await applicant.verify()
    await applicant.waitForHeading('Fetching your income tax returns')
    upstream.advance(15)
    await applicant.waitForText('No response at the moment. We are trying again.')
    const before = applicant.polls.length
    await waitForRefetches(applicant, 15)
    // In about 1.5 s: one poll after 0.5 s, then one each second. Five retries would come every 10 ms.
    expect(applicant.polls.length - before).toBeLessThanOrEqual(4)
    upstream.advance(60)
    await applicant.waitForHeading('We have your income tax returns')
  })

  test('cause no poll after the job has completed: by timer, focus, reconnect or invalidation', async ({
    openPage,
    upstream,
  }) => {
    upstream.simulator.scenario = 'happy'
    const applicant = await openPage()
    await applicant.verify()
    upstream.advance(60)
    await applicant.waitForHeading('We have your income tax returns')
    const before = applicant.polls.length
    await applicant.button('Refresh all').click()
    await applicant.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await applicant.page.context().setOffline(true)
    await applicant.page.context().setOffline(false)
    await waitForRefetches(applicant, 15)
    expect(applicant.polls).toHaveLength(before)
  })

  test('leave the timeout and the retry button as they are', async ({ openPage, upstream }) => {
    upstream.simulator.scenario = 'stuck'
    const applicant = await openPage()
    await applicant.page.clock.install()
    await applicant.verify()
    await applicant.waitForHeading('Fetching your income tax returns')
    await applicant.page.clock.fastForward('05:00')
    await applicant.waitForHeading('We have not heard back yet')
    await applicant.button('Check again').click()
    await applicant.waitForHeading('Fetching your income tax returns')
  })
})
