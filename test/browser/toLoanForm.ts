import { en } from 'itr-progress/locales/en'
import type { Page } from 'playwright'

export const PAN = 'QWERT9876Z'
export const PASSWORD = 'correct horse battery staple'

/** Drives the loan application of the demo. */
export function toLoanForm(page: Page) {
  const widget = page.locator('[data-itr-part="root"]')
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  return {
    widget,
    button,
    waitForHeading: (name: keyof typeof en.heading) =>
      widget.getByRole('heading', { name: en.heading[name] }).waitFor(),
    waitForText: (text: string) => page.getByText(text).first().waitFor(),

    /** Chooses the scenario of the next job in the demo controls, at twenty times the real speed. */
    async choose(scenario: string) {
      await button('Demo controls').click()
      for (const [label, value] of [
        ['Scenario', scenario],
        ['Speed', '20'],
      ] as const) {
        const saved = page.waitForResponse((response) => response.url().endsWith('/api/demo'))
        await page.getByLabel(label, { exact: true }).selectOption(value)
        await saved
      }
    },

    async startJob(password = PASSWORD) {
      await page.getByLabel('PAN', { exact: true }).fill(PAN)
      await page.getByLabel('Portal password').fill(password)
      await page.getByRole('checkbox').check()
      await button('Get my returns').click()
      await widget.waitFor()
    },

    async fillDetails() {
      await page.getByLabel('Full name').fill('Sample Taxpayer')
      await page.getByLabel('Loan amount').fill('500000')
      await page.getByLabel('Employment').selectOption('Salaried')
      await page.getByLabel('Employer or business').fill('Example Works')
    },

    /** Values of the fields that `fillDetails` fills. */
    details: () =>
      Promise.all(
        ['Full name', 'Loan amount', 'Employment', 'Employer or business'].map((label) =>
          page.getByLabel(label).inputValue(),
        ),
      ),

    /** Handle in the session storage. */
    handle: () =>
      page.evaluate(() => (JSON.parse(sessionStorage.getItem('returns')!) as { handle: string }).handle),
  }
}
