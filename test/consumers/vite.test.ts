import type { Route } from 'playwright'
import { describe, expect } from 'vitest'
import { PASSWORD } from './createApplicant.ts'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const vite = hostTest({ app: 'vite' })

describeHost('Vite and React 19', vite)
describeHost('Vite and React 18', hostTest({ app: 'vite-react-18' }))

describe('server of the Vite example', () => {
  const postStart = (url: string, headers: Record<string, string>) =>
    fetch(new URL('/api/itr/start', url), {
      method: 'POST',
      headers,
      body: new URLSearchParams({ password: PASSWORD }),
    })

  vite('refuses the form of another site, and gives it no session', async ({ host, upstream }) => {
    const before = upstream.simulator.calls.length
    const { status, headers } = await postStart(host.url, {
      Origin: 'https://other.example',
      'Sec-Fetch-Site': 'cross-site',
    })
    expect([status, headers.get('Set-Cookie')]).toEqual([403, null])
    expect(upstream.simulator.calls).toHaveLength(before)
  })

  vite('starts a job for a visitor to whom another server has sent the page', async ({ host }) => {
    const start = await postStart(host.url, { Origin: host.origin })
    expect(start.status).toBe(200)
    const poll = await fetch(new URL('/api/itr/status', host.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: host.origin,
        Cookie: start.headers.get('Set-Cookie')!.split(';')[0]!,
      },
      body: JSON.stringify({ job_id: await start.text() }),
    })
    expect(await poll.json()).toMatchObject({ status: 'initiated' })
  })
})

describe('page of the Vite example', () => {
  vite('sends the password once for a double press, and says so if that fails', async ({ openPage }) => {
    const { page, button } = await openPage()
    const starts: Route[] = []
    await page.route('**/api/itr/start', (route) => void starts.push(route))
    await page.getByLabel('Portal password').fill(PASSWORD)
    const problem = page.getByRole('alert').filter({ hasText: 'We got no confirmation' })
    for (const fail of [(start: Route) => start.abort(), (start: Route) => start.fulfill({ status: 422 })]) {
      starts.length = 0
      await button('Get my returns').dblclick()
      await expect.poll(() => starts.length).toBeGreaterThan(0)
      expect(await problem.count()).toBe(0)
      await fail(starts[0]!)
      await problem.waitFor()
      expect(starts).toHaveLength(1)
    }
  })

  vite('keeps the start of the window over a reload', async ({ openPage }) => {
    const applicant = await openPage()
    await applicant.verify('scenario:stuck')
    await applicant.page.evaluate(() => {
      const job = JSON.parse(sessionStorage.getItem('itrJob')!) as { startedAt: number }
      sessionStorage.setItem('itrJob', JSON.stringify({ ...job, startedAt: job.startedAt - 300_000 }))
    })
    await applicant.page.reload()
    await applicant.waitForHeading('We have not heard back yet')
  })

  vite('keeps the job over a reload', async ({ openPage }) => {
    const applicant = await openPage()
    const { page } = applicant
    await applicant.verify()
    const handle = await applicant.handle()
    const readJob = () => page.evaluate(() => sessionStorage.getItem('itrJob'))
    const job = await readJob()
    applicant.polls.length = 0
    await page.reload()
    await applicant.waitForHeading('Fetching your income tax returns')
    expect(await applicant.handle()).toBe(handle)
    expect(await readJob()).toBe(job)
  })
})

describe('Tailwind 4 and shadcn/ui', () => {
  vite(
    'give the button of the widget the look of the other buttons, and utilities win on the root',
    async ({ openPage }) => {
      const { page, widget, button, ...applicant } = await openPage()
      await page.route('**/api/itr/status', (route) => route.fulfill({ status: 401 }))
      await applicant.verify()
      const getStyles = (name: string) =>
        button(name).evaluate((element) => {
          const { backgroundColor, color, borderTopLeftRadius, font, paddingLeft } = getComputedStyle(element)
          return { backgroundColor, color, borderTopLeftRadius, font, paddingLeft }
        })
      expect(await getStyles('Check again')).toEqual(await getStyles('Apply'))
      expect((await button('Check again').boundingBox())!.height).toBe(44)
      expect(await widget.evaluate((element) => getComputedStyle(element).boxShadow)).not.toBe('none')
    },
  )
})
