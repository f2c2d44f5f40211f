import type { Page, Request } from 'playwright'
import { expect } from 'vitest'

export const PAN = 'QWERT9876Z'
export const PASSWORD = 'correct horse battery staple'

/** What a person does on the page of any host in this folder, in their words; and what went over the wire meanwhile. */
export function toApplicant(page: Page) {
  const checks: Request[] = []
  const answers: Promise<string>[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/itr/status') checks.push(request)
  })
  page.on('response', (response) => {
    // A redirect, or what the browser has already, has no body to be had.
    const isRedirect = response.status() >= 300 && response.status() < 400
    const parts = Promise.all([response.allHeaders(), isRedirect ? '' : response.text()])
    const answer = parts.then((parts) => JSON.stringify(parts))
    // With the page may go what it was answered last; who asks for the answers is told.
    answer.catch(() => {})
    answers.push(answer)
  })
  page.on('console', (message) => {
    // For an answer that is no page, the browser looks for an icon by itself.
    const isOfIcon = message.location().url.endsWith('/favicon.ico')
    if (['error', 'warning'].includes(message.type()) && !isOfIcon) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const widget = page.locator('[data-itr-part="root"]')

  return {
    page,
    widget,
    button,
    name: page.getByLabel('Full name'),
    /** The questions to the proxy. */
    checks,
    /** What the browser has said against the page. */
    complaints,
    /** Each answer that the browser got, as text. */
    answers: () => Promise.all(answers),

    async verify(password = PASSWORD) {
      await page.getByLabel('PAN', { exact: true }).fill(PAN)
      await page.getByLabel('Portal password').fill(password)
      await button('Verify').click()
      await widget.waitFor()
    },
    /** Waits until the heading of the widget says this. */
    says: (heading: string) => widget.getByRole('heading', { name: heading }).waitFor(),
    /** Waits until the text can be read on the page. */
    reads: (text: string) => page.getByText(text).first().waitFor(),

    /** What the page asks the proxy about. */
    async handle(): Promise<string> {
      await expect.poll(() => checks.length, { timeout: 10_000 }).toBeGreaterThan(0)
      return (checks.at(-1)!.postDataJSON() as { job_id: string }).job_id
    },

    /** As one who knows the developer tools would. @returns the status of the answer */
    post: (itrVerification: string) =>
      page.evaluate(async (value) => {
        const form = document.querySelector<HTMLFormElement>('form[action="/api/apply"]')!
        const body = new URLSearchParams({ applicant: 'Mallory', itrVerification: value })
        return (await fetch(form.action, { method: 'POST', body })).status
      }, itrVerification),
  }
}

export type Applicant = ReturnType<typeof toApplicant>
