import { zodResolver } from '@hookform/resolvers/zod'
import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { itrResult } from 'itr-progress/testing'
import { StrictMode } from 'react'
import { useForm, type UseFormProps, type UseFormReturn } from 'react-hook-form'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'

interface Loan {
  fullName: string
  itr: string
}

interface LoanFormProps {
  result: ItrJobStatusResult
  options?: UseFormProps<Loan>
  /** The step of a wizard that has the widget. */
  isStepShown?: boolean
}

const watching = itrResult('processing')
const completed = itrResult('completed')
const schema = zodResolver(z.object({ fullName: z.string(), itr: z.string().min(1, en.required) }))
const sent = vi.fn<(loan: Loan) => void>()
let loan: UseFormReturn<Loan>

beforeEach(() => {
  sent.mockReset()
})

function LoanForm({ result, options, isStepShown = true }: LoanFormProps) {
  loan = useForm<Loan>({ defaultValues: { fullName: '', itr: '' }, ...options })
  const { errors, isDirty, touchedFields } = loan.formState
  return (
    <form noValidate onSubmit={loan.handleSubmit((data) => sent(data))}>
      <input aria-label="Full name" {...loan.register('fullName')} />
      {isStepShown && <ItrProgress result={result} {...loan.register('itr', { required: en.required })} />}
      <button>Apply</button>
      <output>
        {[isDirty && 'dirty', touchedFields.itr && 'touched', errors.itr?.message].filter(Boolean).join(' ')}
      </output>
    </form>
  )
}

const apply = () => page.getByRole('button', { name: 'Apply' }).click()
const output = page.getByRole('status').last()
const heading = page.getByRole('heading')
const reason = page.getByRole('group').getByText(en.required)

it.each([
  ['rules', {}],
  ['a schema', { resolver: schema }],
])('shouldUseNativeValidation has the widget say why, with %s', async (_, how) => {
  const options = { ...how, shouldUseNativeValidation: true }
  const { rerender } = await render(<LoanForm result={watching} options={options} />, { wrapper: StrictMode })
  await apply()
  await expect.element(reason).toBeVisible()
  await expect.element(heading).toHaveFocus()
  await expect.element(heading).toHaveAccessibleDescription(en.required)
  expect(sent).not.toHaveBeenCalled()
  await rerender(<LoanForm result={completed} options={options} />)
  await expect.element(reason).not.toBeInTheDocument()
  await apply()
  await expect.poll(() => sent.mock.calls).toEqual([[{ fullName: '', itr: completed.jobId }]])
})

it('the field is touched once the focus has left the widget, and dirty once the verification is completed', async () => {
  const options = { mode: 'onTouched' } as const
  const { rerender } = await render(<LoanForm result={itrResult('timed-out')} options={options} />)
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect.element(output).toHaveTextContent(/^$/)
  await userEvent.tab()
  await expect.element(output).toHaveTextContent(`touched ${en.required}`)
  await rerender(<LoanForm result={completed} options={options} />)
  await expect.element(output).toHaveTextContent(/^dirty touched$/)
  loan.reset(loan.getValues())
  await expect.element(output).toHaveTextContent(/^$/)
})

it('what the server says against it is shown, and the form can be sent again', async () => {
  await render(<LoanForm result={completed} />)
  await apply()
  await expect.poll(() => sent.mock.calls).toHaveLength(1)
  loan.setError('itr', { type: 'server', message: 'Not verified, says the server.' }, { shouldFocus: true })
  await expect.element(output).toHaveTextContent('Not verified, says the server.')
  await expect.element(heading).toHaveFocus()
  await apply()
  await expect.poll(() => sent.mock.calls).toHaveLength(2)
  expect(sent.mock.lastCall).toEqual([{ fullName: '', itr: completed.jobId }])
})

it('a step that is not shown keeps its value, and is held to a schema but not to rules', async () => {
  const { rerender, unmount } = await render(<LoanForm result={watching} />)
  await rerender(<LoanForm result={watching} isStepShown={false} />)
  await apply()
  await expect.poll(() => sent.mock.calls).toEqual([[{ fullName: '', itr: '' }]])
  await unmount()

  const options = { resolver: schema }
  const second = await render(<LoanForm result={watching} options={options} />)
  await second.rerender(<LoanForm result={watching} options={options} isStepShown={false} />)
  await apply()
  await expect.element(output).toHaveTextContent(en.required)
  await second.rerender(<LoanForm result={completed} options={options} />)
  await second.rerender(<LoanForm result={completed} options={options} isStepShown={false} />)
  await apply()
  await expect.poll(() => sent.mock.lastCall).toEqual([{ fullName: '', itr: completed.jobId }])
  expect(sent).toHaveBeenCalledTimes(2)
})
