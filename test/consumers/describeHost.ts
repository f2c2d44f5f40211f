import type { Request } from 'playwright'
import { describe, expect } from 'vitest'
import type { HostTest } from './hostTest.ts'
import { PAN, PASSWORD } from './toApplicant.ts'

/** The `interval.min` that each of the apps gives, in ms. */
const LEAST_WAIT = 500

/** What of the package every host gets, whatever it is built with. */
export function describeHost(name: string, test: HostTest) {
  describe(name, () => {
    test('the form is blocked until the verification is at its end, then accepted, and nothing typed is lost', async ({
      arrive,
      analyzer,
    }) => {
      const applicant = await arrive()
      const { page, widget, checks } = applicant
      const applications: (string | null)[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/api/apply')) applications.push(request.postData())
      })

      await applicant.verify()
      await applicant.says('Verifying your income tax return')
      await applicant.name.fill('Asha Rao')
      // Before its scripts are there the browser itself blocks the form, and says nothing.
      await expect
        .poll(async () => {
          await applicant.button('Apply').click()
          return widget.innerText()
        })
        .toContain('Your income tax return must be verified first.')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Verifying/)

      analyzer.pass(20)
      await widget.locator('[data-step-id="download_itr"][data-step-state="current"]').waitFor()
      expect(applications).toEqual([])
      analyzer.pass(60)
      await applicant.says('Your income tax return is verified')
      expect(await applicant.name.inputValue()).toBe('Asha Rao')
      const handle = await applicant.handle()
      expect(shortestWait(checks)).toBeGreaterThanOrEqual(LEAST_WAIT)

      await applicant.button('Apply').click()
      await applicant.reads('Thank you, Asha Rao.')
      expect(applications).toHaveLength(1)
      expect(applications[0]).toContain(handle)
      expect(applicant.complaints).toEqual([])
    })

    test('no key, no id of the Analyzer and no PAN comes to the browser', async ({
      arrive,
      analyzer,
      host,
    }) => {
      const applicant = await arrive()
      await applicant.verify()
      analyzer.pass(60)
      await applicant.says('Your income tax return is verified')
      const shown = await applicant.page.content()
      await applicant.name.fill('Asha Rao')
      await applicant.button('Apply').click()
      await applicant.reads('Thank you, Asha Rao.')

      const answers = await applicant.answers()
      expect(answers.join()).toContain('QWERT****Z')
      const { jobId } = analyzer.simulator.calls.findLast(({ path }) => path.endsWith('/analyze'))!
      const secrets = [...host.secrets, jobId!, 'itr_analyzer_', 'reports.example', PAN, PASSWORD]
      for (const secret of secrets)
        expect([...answers, shown, host.output()].filter((text) => text.includes(secret))).toEqual([])
    })

    test('a forged value is refused: a made-up one, another person’s, one’s own before its end or after a failure', async ({
      arrive,
      analyzer,
    }) => {
      const other = await arrive()
      await other.verify()
      const another = await other.handle()
      analyzer.pass(60)
      await other.says('Your income tax return is verified')

      const applicant = await arrive()
      await applicant.verify()
      const own = await applicant.handle()
      for (const forged of ['', 'completed', crypto.randomUUID(), another, own])
        expect(await applicant.post(forged)).toBe(422)
      analyzer.pass(60)
      await applicant.says('Your income tax return is verified')
      expect(await applicant.post(another)).toBe(422)
      // Each is good where it belongs: the refusals were of the values, not of the way they came.
      expect(await applicant.post(own)).toBe(201)
      expect(await other.post(another)).toBe(201)

      const third = await arrive()
      await third.verify('scenario:no_itr_found')
      const failed = await third.handle()
      analyzer.pass(60)
      await third.says('We could not verify your return')
      expect(await third.post(failed)).toBe(422)
    })
  })
}

/** From the end of one question to the start of the next, in ms; a timer may be early by one. */
function shortestWait(requests: readonly Request[]): number {
  const times = requests.map((request) => request.timing())
  const waits = times
    .slice(1)
    .map(({ startTime }, index) => startTime - (times[index]!.startTime + times[index]!.responseEnd))
  return Math.min(...waits) + 1
}
