import { useForm } from '@tanstack/react-form'
import { act, render, screen } from '@testing-library/react'
import { StrictMode, version } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

const processing = itrResult('processing')
const completed = itrResult('completed')
const onSubmit = vi.fn<(loan: { itr: string }) => void>()

beforeEach(() => {
  onSubmit.mockReset()
})

function LoanForm({ result }: { result: ItrJobStatusResult }) {
  const form = useForm({
    defaultValues: { itr: '' },
    validators: { onChange: z.object({ itr: z.string().min(1, en.required) }) },
    onSubmit: ({ value }) => onSubmit(value),
  })
  return (
    <>
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
            <output aria-label="state">
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
      <button onClick={() => void form.handleSubmit()}>Apply</button>
      <button onClick={() => form.reset()}>Clear</button>
      <button onClick={() => form.setFieldValue('itr', 'forged')}>Forge</button>
    </>
  )
}

const press = (name: string) => act(async () => screen.getByRole('button', { name }).click())
const state = () => screen.getByRole('status', { name: 'state' }).textContent

// Its store loads React by require(), which the alias of the oldest peers does not reach.
describe.runIf(version >= '19')('TanStack Form', () => {
  it('marks the field as blurred after a blur, as dirty once completed, and keeps the value through its reset', async () => {
    const { rerender } = render(<LoanForm result={itrResult('timed-out')} />, { wrapper: StrictMode })
    expect(state()).toBe('"" default')
    act(() => screen.getByRole('button', { name: 'Check again' }).focus())
    act(() => screen.getByRole('button', { name: 'Apply' }).focus())
    expect(state()).toBe('"" touched blurred default')
    await act(async () => rerender(<LoanForm result={completed} />))
    expect(state()).toBe(`"${completed.jobId}" touched blurred dirty`)
    await press('Clear')
    expect(state()).toBe(`"${completed.jobId}" touched dirty`)
  })

  it('blocks by a schema, corrects a value that it sets, and submits the jobId once completed', async () => {
    const { rerender } = render(<LoanForm result={processing} />, { wrapper: StrictMode })
    await press('Forge')
    expect(state()).toContain('""')
    await press('Apply')
    expect(state()).toContain(en.required)
    await act(async () => rerender(<LoanForm result={completed} />))
    expect(state()).not.toContain(en.required)
    await press('Forge')
    await press('Apply')
    expect(onSubmit.mock.calls).toEqual([[{ itr: completed.jobId }]])
  })
})
