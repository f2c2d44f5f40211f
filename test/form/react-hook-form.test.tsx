import { zodResolver } from '@hookform/resolvers/zod'
import { act, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { Controller, useForm, type UseFormProps, type UseFormReturn } from 'react-hook-form'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

interface Loan {
  name: string
  itr: string
}

interface FieldProps {
  result: ItrJobStatusResult
}

const processing = itrResult('processing')
const completed = itrResult('completed')
const rules = { required: en.required }
const resolver = zodResolver(z.object({ name: z.string(), itr: z.string().min(1, en.required) }))
const onSubmit = vi.fn<(data: Loan) => void>()
let loan: UseFormReturn<Loan>
let renders: number

beforeEach(() => {
  onSubmit.mockReset()
  renders = 0
})

const Registered = ({ result }: FieldProps) => (
  <ItrProgress result={result} {...loan.register('itr', rules)} />
)

const Controlled = ({ result }: FieldProps) => (
  <Controller
    control={loan.control}
    name="itr"
    rules={rules}
    render={({ field }) => <ItrProgress result={result} {...field} />}
  />
)

const submit = () => act(async () => screen.getByRole<HTMLFormElement>('form').requestSubmit())
const submitted = () => onSubmit.mock.calls.map(([data]) => data)
const change = (run: () => void) => act(async () => run())

describe.each([
  ['register', Registered],
  ['Controller', Controlled],
])('react-hook-form with %s', (_, Field) => {
  interface FormProps extends FieldProps {
    options?: UseFormProps<Loan>
    /** Whether the wizard step with the widget is shown. */
    isShown?: boolean
  }

  function Form({ result, options, isShown = true }: FormProps) {
    loan = useForm<Loan>({ defaultValues: { name: '', itr: '' }, ...options })
    renders++
    const { errors } = loan.formState
    return (
      <form noValidate aria-label="loan" onSubmit={loan.handleSubmit((data) => onSubmit(data))}>
        <input aria-label="Name" {...loan.register('name')} />
        {isShown && <Field result={result} />}
        {errors.itr && <p role="alert">{errors.itr.message}</p>}
      </form>
    )
  }

  it('blocks the form with the message of its rule, and submits the jobId once completed', async () => {
    const { rerender } = render(<Form result={processing} />, { wrapper: StrictMode })
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
    expect(screen.getByRole('alert')).toHaveTextContent(en.required)
    expect(screen.getByRole('heading')).toHaveFocus()
    await change(() => rerender(<Form result={completed} />))
    await submit()
    expect(submitted()).toEqual([{ name: '', itr: completed.jobId }])
  })

  it.each([{ name: '', itr: '' }, {}, { name: 'Asha' }, { itr: null as never }])(
    'keeps a completed job through its own reset to %j',
    async (defaultValues) => {
      render(<Form result={completed} options={{ defaultValues }} />, { wrapper: StrictMode })
      expect(loan.getValues('itr')).toBe(completed.jobId)
      await change(() => loan.reset())
      await change(() => loan.reset({ name: 'Ravi' }))
      await change(() => loan.resetField('itr'))
      expect(loan.getValues('itr')).toBe(completed.jobId)
      await submit()
      expect(submitted()).toEqual([{ name: 'Ravi', itr: completed.jobId }])
    },
  )

  it('corrects a value that setValue sets, and clears it for another job', async () => {
    const { rerender } = render(<Form result={processing} />, { wrapper: StrictMode })
    await change(() => loan.setValue('itr', 'forged'))
    expect(loan.getValues('itr')).toBe('')
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
    await change(() => rerender(<Form result={completed} />))
    await change(() => loan.setValue('itr', ''))
    expect(loan.getValues('itr')).toBe(completed.jobId)
    await change(() => rerender(<Form result={{ ...processing, jobId: 'another' }} />))
    expect(loan.getValues('itr')).toBe('')
  })

  it('marks the field as touched after a blur, and as dirty once completed', async () => {
    const { rerender } = render(<Form result={itrResult('timed-out')} />, { wrapper: StrictMode })
    act(() => screen.getByRole('button', { name: 'Check again' }).focus())
    await change(() => screen.getByLabelText('Name').focus())
    expect(loan.getFieldState('itr')).toMatchObject({ isTouched: true, isDirty: false })
    await change(() => rerender(<Form result={completed} />))
    expect(loan.getFieldState('itr').isDirty).toBe(true)
    await change(() => loan.reset(loan.getValues()))
    expect(loan.getFieldState('itr')).toMatchObject({ isTouched: false, isDirty: false })
  })

  it('unregisters the field at unmount with shouldUnregister, without a render loop', async () => {
    const options = { shouldUnregister: true }
    const { rerender } = render(<Form result={completed} options={options} />)
    await change(() => loan.setValue('name', 'Asha'))
    rerender(<Form result={completed} options={options} />)
    await submit()
    expect(submitted()).toEqual([{ name: 'Asha', itr: completed.jobId }])
    expect(renders).toBeLessThan(12)
    await change(() => rerender(<Form result={completed} options={options} isShown={false} />))
    expect(loan.getValues('itr')).toBeUndefined()
  })

  it.each([
    ['its rule', {}],
    ['a schema', { resolver }],
  ])('shows the reason of %s in the widget with shouldUseNativeValidation', async (_, how) => {
    const options = { ...how, shouldUseNativeValidation: true }
    const { rerender } = render(<Form result={processing} options={options} />, { wrapper: StrictMode })
    await submit()
    expect(screen.getByRole('heading')).toHaveFocus()
    expect(screen.getByRole('heading')).toHaveAccessibleDescription(en.required)
    await change(() => rerender(<Form result={completed} options={options} />))
    expect(screen.getByRole('heading')).not.toHaveAccessibleDescription()
    await submit()
    expect(submitted()).toEqual([{ name: '', itr: completed.jobId }])
  })

  it('shows a server-side error, and submits again', async () => {
    render(<Form result={completed} />)
    await change(() => loan.setError('itr', { message: 'Not verified.' }, { shouldFocus: true }))
    expect(screen.getByRole('alert')).toHaveTextContent('Not verified.')
    expect(screen.getByRole('heading')).toHaveFocus()
    await submit()
    expect(submitted()).toEqual([{ name: '', itr: completed.jobId }])
  })
})
