import { act, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { Controller, useForm, type UseFormProps, type UseFormReturn } from 'react-hook-form'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

interface Loan {
  name: string
  itr: string
}

interface FormProps {
  result: ItrJobStatusResult
  options?: UseFormProps<Loan>
  /** Whether the step with the widget is shown. */
  isShown?: boolean
}

const watching = itrResult('processing')
const completed = itrResult('completed')
const onSubmit = vi.fn<(data: Loan) => void>()
let loan: UseFormReturn<Loan>
let renders: number

beforeEach(() => {
  onSubmit.mockReset()
  renders = 0
})

function Registered({ result, options, isShown = true }: FormProps) {
  loan = useForm<Loan>({ defaultValues: { name: '', itr: '' }, ...options })
  renders++
  const { errors } = loan.formState
  return (
    <form noValidate aria-label="loan" onSubmit={loan.handleSubmit((data) => onSubmit(data))}>
      <input aria-label="Name" {...loan.register('name')} />
      {isShown && <ItrProgress result={result} {...loan.register('itr', { required: en.required })} />}
      {errors.itr && <p role="alert">{errors.itr.message}</p>}
    </form>
  )
}

function Controlled({ result, options, isShown = true }: FormProps) {
  loan = useForm<Loan>({ defaultValues: { name: '', itr: '' }, ...options })
  renders++
  const { errors } = loan.formState
  return (
    <form noValidate aria-label="loan" onSubmit={loan.handleSubmit((data) => onSubmit(data))}>
      <input aria-label="Name" {...loan.register('name')} />
      {isShown && (
        <Controller
          control={loan.control}
          name="itr"
          rules={{ required: en.required }}
          render={({ field }) => <ItrProgress result={result} {...field} />}
        />
      )}
      {errors.itr && <p role="alert">{errors.itr.message}</p>}
    </form>
  )
}

const send = () => act(async () => screen.getByRole<HTMLFormElement>('form').requestSubmit())

describe.each([
  ['register', Registered],
  ['Controller', Controlled],
])('with %s', (_, Form) => {
  it('a form waits for the verification, says why, and sends the handle', async () => {
    const { rerender } = render(<Form result={watching} />, { wrapper: StrictMode })
    await send()
    expect(onSubmit).not.toHaveBeenCalled()
    expect(screen.getByRole('alert')).toHaveTextContent(en.required)
    expect(screen.getByRole('heading')).toHaveFocus()
    await act(async () => rerender(<Form result={completed} />))
    await send()
    expect(onSubmit.mock.calls.map(([data]) => data)).toEqual([{ name: '', itr: completed.jobId }])
  })

  it('a job that was completed before the form came is known', async () => {
    render(<Form result={completed} />, { wrapper: StrictMode })
    expect(loan.getValues('itr')).toBe(completed.jobId)
    await send()
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })

  it("the library's own reset loses what was typed, and not the completed job", async () => {
    render(<Form result={completed} />, { wrapper: StrictMode })
    await act(async () => loan.setValue('name', 'Asha'))
    await act(async () => loan.reset())
    expect(loan.getValues()).toEqual({ name: '', itr: completed.jobId })
    await act(async () => loan.resetField('itr'))
    expect(loan.getValues('itr')).toBe(completed.jobId)
    await send()
    expect(onSubmit.mock.calls.map(([data]) => data)).toEqual([{ name: '', itr: completed.jobId }])
  })

  it('a value that is set from outside is put right', async () => {
    const { rerender } = render(<Form result={watching} />, { wrapper: StrictMode })
    await act(async () => loan.setValue('itr', 'forged'))
    expect(loan.getValues('itr')).toBe('')
    await send()
    expect(onSubmit).not.toHaveBeenCalled()
    await act(async () => rerender(<Form result={completed} />))
    await act(async () => loan.setValue('itr', ''))
    expect(loan.getValues('itr')).toBe(completed.jobId)
  })

  it('another job takes the value away', async () => {
    const { rerender } = render(<Form result={completed} />, { wrapper: StrictMode })
    await act(async () => rerender(<Form result={{ ...watching, jobId: 'another' }} />))
    expect(loan.getValues('itr')).toBe('')
    await send()
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('is dirty once the verification is completed, and touched once it was left', async () => {
    const { rerender } = render(<Form result={itrResult('timed-out')} />, { wrapper: StrictMode })
    act(() => screen.getByRole('button', { name: 'Check again' }).focus())
    await act(async () => screen.getByLabelText('Name').focus())
    expect(loan.getFieldState('itr').isTouched).toBe(true)
    expect(loan.getFieldState('itr').isDirty).toBe(false)
    await act(async () => rerender(<Form result={completed} />))
    expect(loan.getFieldState('itr').isDirty).toBe(true)
  })

  it.each([
    ['none', {}],
    ['some', { name: 'Asha' }],
    ['null', { itr: null as never }],
  ])(
    'a reset to defaults that say nothing of it (%s) does not take the completed job away',
    async (_, defaultValues) => {
      render(<Form result={completed} options={{ defaultValues }} />)
      await act(async () => loan.reset())
      await act(async () => loan.reset({ name: 'Ravi' }))
      expect(loan.getValues('itr')).toBe(completed.jobId)
      await send()
      expect(onSubmit).toHaveBeenCalledTimes(1)
    },
  )

  it('with shouldUnregister it is registered as long as it is there, and renders no more than a field does', async () => {
    const options = { shouldUnregister: true }
    const { rerender } = render(<Form result={completed} options={options} />)
    await act(async () => loan.setValue('name', 'Asha'))
    rerender(<Form result={completed} options={options} />)
    await send()
    expect(onSubmit.mock.calls.map(([data]) => data.itr)).toEqual([completed.jobId])
    expect(renders).toBeLessThan(12)
    await act(async () => rerender(<Form result={completed} options={options} isShown={false} />))
    expect(loan.getValues('itr')).toBeUndefined()
  })

  it('what a host clears while the step is away stays cleared', async () => {
    const { rerender } = render(<Form result={completed} />)
    await act(async () => rerender(<Form result={completed} isShown={false} />))
    expect(loan.getValues('itr')).toBe(completed.jobId)
    await act(async () => loan.setValue('itr', ''))
    expect(loan.getValues('itr')).toBe('')
    await act(async () => loan.reset())
    expect(loan.getValues('itr')).toBe('')
  })

  it('setFocus goes where the person can go on', async () => {
    render(<Form result={itrResult('timed-out')} />)
    loan.setFocus('itr')
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus())
  })
})
