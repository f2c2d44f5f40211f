import { expect, fn, within } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { dictionaryOf } from '../languages.ts'
import { partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'
import { LoanPage } from './LoanPage.tsx'
import { IncomeDialog } from './IncomeDialog.tsx'

const meta = preview.meta({
  title: 'Examples/Placement',
  component: ItrProgress,
  parameters: {
    docs: { description: { component: 'The widget in a page, in a dialog, and twice on a page.' } },
  },
})

export const InAPage = meta.story({
  name: 'Loan application',
  globals: { width: '100%' },
  render: (args) => (
    <LoanPage>
      <ItrProgress {...args} />
    </LoanPage>
  ),
  args: { result: itrResult('processing'), steps: usualPlan },
})

/** Screen readers ignore a live region outside an open modal dialog, so the whole widget is inside. */
export const InADialog = meta.story({
  name: 'Dialog with the whole widget inside',
  render: (args) => (
    <IncomeDialog>
      <ItrProgress {...args} />
    </IncomeDialog>
  ),
  args: { result: itrResult('timed-out'), onAlternative: fn() },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show the status' }))
    const dialog = within(await canvas.findByRole('dialog'))
    await expect(dialog.getByRole('status')).toBeInTheDocument()
    await expect(partIn(canvasElement, 'retry')).toBeVisible()
  },
})

export const TwoOnAPage = meta.story({
  name: 'Two on a page: an applicant and a co-applicant',
  globals: { width: '100%' },
  render: () => (
    <div className="columns">
      <section aria-labelledby="applicant">
        <h2 id="applicant">Asha, applicant</h2>
        <ItrProgress result={itrResult('completed', { jobId: 'asha' })} steps={usualPlan} />
      </section>
      <section aria-labelledby="co-applicant">
        <h2 id="co-applicant">Ravi, co-applicant</h2>
        <ItrProgress result={itrResult('processing', { jobId: 'ravi' })} steps={usualPlan} />
      </section>
    </div>
  ),
  play: async ({ canvas, globals }) => {
    const { heading } = dictionaryOf(String(globals.locale))
    await expect(canvas.getByRole('group', { name: heading.completed })).toBeVisible()
    await expect(canvas.getByRole('group', { name: heading.watching })).toBeVisible()
  },
})
