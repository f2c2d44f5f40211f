import { useForm } from '@tanstack/react-form'
import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { itrResult } from 'itr-progress/testing'
import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'

const watching = itrResult('processing')
const completed = itrResult('completed')
const sent = vi.fn<(loan: { itr: string }) => void>()

beforeEach(() => {
  sent.mockReset()
})

function LoanForm({ result }: { result: ItrJobStatusResult }) {
  const form = useForm({
    defaultValues: { itr: '' },
    validators: {
      onChange: z.object({ itr: z.string().min(1, en.required) }),
    },
    onSubmit: ({ value }) => sent(value),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field name="itr">
        {({ name, state: { value, meta }, handleChange, handleBlur }) => (
          <>
            <ItrProgress
              result={result}
              name={name}
              value={value}
              onChange={(event) => handleChange(event.target.value)}
              onBlur={handleBlur}
            />
            <output>
              {[
                `"${value}"`,
                meta.isTouched && 'touched',
                meta.isBlurred && 'blurred',
                meta.isDirty && 'dirty',
                meta.isDefaultValue && 'default',
                meta.errors[0]?.message,
              ]
                .filter(Boolean)
                .join(' ')}
            </output>
          </>
        )}
      </form.Field>
      <button>Apply</button>
      <button type="button" onClick={() => form.reset()}>
        Clear
      </button>
      <button type="button" onClick={() => form.setFieldValue('itr', 'forged')}>
        Forge
      </button>
    </form>
  )
}

const press = (name: string) => page.getByRole('button', { name }).click()
const output = page.getByRole('status').last()

it('the field is blurred once the focus has left the widget, and dirty once the verification is completed', async () => {
  const { rerender } = await render(<LoanForm result={itrResult('timed-out')} />, { wrapper: StrictMode })
  await expect.element(output).toHaveTextContent(/^"" default$/)
  await press('Check again')
  await userEvent.tab()
  await expect.element(output).toHaveTextContent(/^"" touched blurred default$/)
  await rerender(<LoanForm result={completed} />)
  await expect.element(output).toHaveTextContent(`"${completed.jobId}" touched blurred dirty`)
  await press('Clear')
  await expect.element(output).toHaveTextContent(`"${completed.jobId}" touched dirty`)
})

it('a schema of the whole form holds it back, until the verification is completed', async () => {
  const { rerender } = await render(<LoanForm result={watching} />, { wrapper: StrictMode })
  await press('Apply')
  await expect.element(output).toHaveTextContent(en.required)
  await rerender(<LoanForm result={completed} />)
  await expect.element(output).not.toHaveTextContent(en.required)
  await press('Apply')
  await expect.poll(() => sent.mock.calls).toEqual([[{ itr: completed.jobId }]])
})

it('a value that is set from outside is put right', async () => {
  const { rerender } = await render(<LoanForm result={watching} />)
  await press('Forge')
  await expect.element(output).toHaveTextContent('""')
  await press('Apply')
  await expect.element(output).toHaveTextContent(en.required)
  await rerender(<LoanForm result={completed} />)
  await press('Forge')
  await press('Apply')
  await expect.poll(() => sent.mock.calls).toEqual([[{ itr: completed.jobId }]])
})
