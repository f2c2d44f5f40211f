import type { Page, Request } from 'playwright'
import { expect } from 'vitest'

/** The PAN in `applicants.ts` of the examples. */
export const PAN = 'QWERT9876Z'
export const PASSWORD = 'correct horse battery staple'

/** Drives the page of an app as its applicant does, and records the traffic and the console. */
export function createApplicant(page: Page) {
  const polls: Request[] = []
  const responses: Promise<string>[] = []
  const consoleErrors: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/itr/status') polls.push(request)
  })
  page.on('response', (response) => {
    // A redirect or a cached response has no body.
    const isRedirect = response.status() >= 300 && response.status() < 400
    const parts = Promise.all([response.allHeaders(), isRedirect ? '' : response.text()])
    const text = parts.then((parts) => JSON.stringify(parts))
    // The last response may be lost with its page. `responses()` still rejects.
    text.catch(() => {})
    responses.push(text)
  })
  page.on('console', (message) => {
    // The browser requests an icon for a response that is not a page.
    const isForIcon = message.location().url.endsWith('/favicon.ico')
    if (['error', 'warning'].includes(message.type()) && !isForIcon) consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => consoleErrors.push(String(error)))

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const widget = page.locator('[data-itr-part="root"]')
  const name = page.getByLabel('Full name')

  return {
    page,
    widget,
    button,
    name,
    /** Requests to the proxy. */
    polls,
    /** Errors and warnings in the console. */
    consoleErrors,
    /** Headers and body of each response, as text. */
    responses: () => Promise.all(responses),

    async verify(password = PASSWORD) {
      await page.getByLabel('Portal password').fill(password)
      await button('Get my returns').click()
      await widget.waitFor()
    },
    waitForHeading: (heading: string) => widget.getByRole('heading', { name: heading }).waitFor(),
    waitForText: (text: string) => page.getByText(text).first().waitFor(),

    /** Submits too early. Without its scripts the page blocks the form too, but gives no reason, so it clicks until it does. */
    async expectBlocked() {
      await name.fill('Asha Rao')
      await expect
        .poll(async () => {
          await button('Apply').click()
          return widget.innerText()
        })
        .toContain('You can send the form when your returns are here.')
    },
    async apply(fullName = 'Asha Rao') {
      await name.fill(fullName)
      await button('Apply').click()
      await page.getByText(`Thank you, ${fullName}.`).first().waitFor()
    },

    /** Handle in the polls of the page. */
    async handle(): Promise<string> {
      await expect.poll(() => polls.length, { timeout: 10_000 }).toBeGreaterThan(0)
      return (polls.at(-1)!.postDataJSON() as { job_id: string }).job_id
    },

    /** Posts the form as with developer tools. Returns the status. */
    post: (itrVerification: string) =>
      page.evaluate(async (value) => {
        const form = document.querySelector<HTMLFormElement>('form[action="/api/apply"]')!
        const body = new URLSearchParams({ applicant: 'Mallory', itrVerification: value })
        return (await fetch(form.action, { method: 'POST', body })).status
      }, itrVerification),
  }
}

export type Applicant = ReturnType<typeof createApplicant>
