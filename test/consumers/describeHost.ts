import type { Request } from 'playwright'
import { describe, expect } from 'vitest'
import { startOnLoopback } from '../startOnLoopback.ts'
import { PAN, PASSWORD } from './createApplicant.ts'
import type { HostTest } from './hostTest.ts'

/** `interval.min` of the apps, in ms. */
const SHORTEST_WAIT = 500

const LARGE_BODY = `password=${'x'.repeat(70_000)}`

/** Tests what the package does in every app. */
export function describeHost(name: string, test: HostTest) {
  describe(name, () => {
    test('blocks the form until the job has completed, and keeps the text in it', async ({
      openPage,
      upstream,
    }) => {
      const applicant = await openPage()
      const { page, widget, polls } = applicant
      const applications: (string | null)[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/api/apply')) applications.push(request.postData())
      })

      await applicant.verify()
      await applicant.waitForHeading('Fetching your income tax returns')
      await applicant.expectBlocked()
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Fetching/)

      upstream.advance(20)
      await widget.locator('[data-step-id="download_itr"][data-step-state="current"]').waitFor()
      expect(applications).toEqual([])
      upstream.advance(60)
      await applicant.waitForHeading('We have your income tax returns')
      expect(await applicant.name.inputValue()).toBe('Asha Rao')
      const handle = await applicant.handle()
      expect(getShortestWait(polls)).toBeGreaterThanOrEqual(SHORTEST_WAIT)

      await applicant.apply()
      expect(applications).toEqual([expect.stringContaining(handle)])
      expect(applicant.consoleErrors).toEqual([])
    })

    test('sends no key, raw job id, PAN or password to the browser', async ({ openPage, upstream, host }) => {
      const applicant = await openPage()
      await applicant.verify()
      upstream.advance(60)
      await applicant.waitForHeading('We have your income tax returns')
      const html = await applicant.page.content()
      await applicant.apply()

      const responses = await applicant.responses()
      expect(responses.join()).toContain('QWERT****Z')
      const { jobId } = upstream.simulator.calls.findLast(({ path }) => path.endsWith('/analyze'))!
      const secrets = [...host.secrets, jobId!, 'itr_analyzer_', 'reports.example', PAN, PASSWORD]
      for (const secret of secrets)
        expect([...responses, html, host.output()].filter((text) => text.includes(secret))).toEqual([])
    })

    test('refuses a forged value, another person’s job, and a job that is live or has failed', async ({
      openPage,
      upstream,
    }) => {
      const other = await openPage()
      await other.verify()
      const otherHandle = await other.handle()
      upstream.advance(60)
      await other.waitForHeading('We have your income tax returns')

      const applicant = await openPage()
      await applicant.verify()
      const own = await applicant.handle()
      for (const forged of ['', 'completed', crypto.randomUUID(), otherHandle, own])
        expect(await applicant.post(forged)).toBe(422)
      upstream.advance(60)
      await applicant.waitForHeading('We have your income tax returns')
      expect(await applicant.post(otherHandle)).toBe(422)
      // Each value is accepted from its own person.
      expect(await applicant.post(own)).toBe(201)
      expect(await other.post(otherHandle)).toBe(201)

      const third = await openPage()
      await third.verify('scenario:no_itr_found')
      const failed = await third.handle()
      upstream.advance(60)
      await third.waitForHeading('We could not get your income tax returns')
      expect(await third.post(failed)).toBe(422)
    })

    test('"Start again" returns to the form that starts a job, also after a reload', async ({
      openPage,
      upstream,
    }) => {
      const applicant = await openPage()
      await applicant.verify('scenario:account_locked')
      upstream.advance(60)
      await applicant.button('Start again').click()
      await applicant.button('Get my returns').waitFor()
      await applicant.page.reload()
      await applicant.verify()
      await applicant.waitForHeading('Fetching your income tax returns')
      expect(applicant.consoleErrors).toEqual([])
    })

    test.for([
      [503, 307, 'Moved'],
      [503, 401, '{"success":false}'],
      [503, 502, '{"success":false}'],
      [503, 200, 'no JSON'],
      [503, 200, '{"success":true,"data":null}'],
      [422, 200, '{"success":false,"data":null}'],
      [422, 400, '{"success":false}'],
    ] as const)(
      'the start route responds with %i after a %i of the ITR Analyzer, and sends the password once: %s',
      async ([expected, status, body], { upstream, host, onTestFinished }) => {
        const redirected: unknown[] = []
        const elsewhere = await startOnLoopback((request, response) => {
          redirected.push(request.url)
          response.end()
        })
        onTestFinished(async () => void (await elsewhere.stop()))
        const [session = ''] = (await fetch(host.url)).headers.getSetCookie()
        upstream.respondOnce((_, response) =>
          response.writeHead(status, { Location: elsewhere.origin }).end(body),
        )
        const before = upstream.simulator.calls.length
        const response = await fetch(`${host.origin}/api/itr/start`, {
          method: 'POST',
          headers: { Origin: host.origin, Cookie: session.split(';')[0]! },
          body: new URLSearchParams({ password: PASSWORD }),
          redirect: 'manual',
        })
        expect(response.status).toBe(expected)
        expect([redirected, upstream.simulator.calls.slice(before)]).toEqual([[], []])
      },
    )

    test.for([
      ['/api/itr/start', 400, 'multipart/form-data; boundary=x', 'no form'],
      ['/api/itr/start', 413, 'application/x-www-form-urlencoded', LARGE_BODY],
      ['/api/apply', 422, 'multipart/form-data; boundary=x', 'no form'],
      ['/api/apply', 413, 'application/x-www-form-urlencoded', LARGE_BODY],
    ] as const)(
      '%s responds with %i to a malformed or large body of the type %s',
      async ([path, status, type, data], { openPage, host }) => {
        const { page } = await openPage()
        const headers = { 'Content-Type': type, Origin: host.origin }
        const response = await page.context().request.post(host.origin + path, { headers, data })
        expect(response.status()).toBe(status)
      },
    )
  })
}

/** Returns the shortest time from the end of a poll to the start of the next, in ms. A timer may be early by 1 ms. */
function getShortestWait(requests: readonly Request[]): number {
  const times = requests.map((request) => request.timing())
  const waits = times
    .slice(1)
    .map(({ startTime }, index) => startTime - (times[index]!.startTime + times[index]!.responseEnd))
  return Math.min(...waits) + 1
}
