import { act, fireEvent, render, screen } from '@testing-library/react'
import * as React from 'react'
import { lazy, StrictMode, Suspense, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgressField } from '../../src/ui/parts/ItrProgressField.tsx'
import { ItrProgressMessage } from '../../src/ui/parts/ItrProgressMessage.tsx'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

const processing = itrResult('processing')
const completed = itrResult('completed')
const onSubmit = vi.fn<(data: Record<string, unknown>) => void>()

beforeEach(() => {
  onSubmit.mockReset()
})

interface LoanFormProps extends ItrProgressBaseProps {
  result: ItrJobStatusResult
  before?: ReactNode
}

function LoanForm({ before, ...props }: LoanFormProps) {
  return (
    <form
      id="loan"
      aria-label="loan"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(Object.fromEntries(new FormData(event.currentTarget)))
      }}
    >
      {before}
      <ItrProgress name="itr" required {...props} />
    </form>
  )
}

const form = (name = 'loan') => screen.getByRole<HTMLFormElement>('form', { name })
const field = () => form().querySelector<HTMLInputElement>('[data-itr-part="field"]')
const isValid = () => field()!.validity.valid
const submit = () => act(() => form().requestSubmit())
const heading = () => screen.getByRole('heading')
const submitted = () => onSubmit.mock.calls.map(([data]) => data)

describe('ItrProgressField: required', () => {
  it.each(['idle', 'connecting', 'initiated', 'processing', 'failed', 'timed-out', 'error'] as const)(
    'blocks the form in %s, and submits the jobId once completed',
    (phase) => {
      const { rerender } = render(<LoanForm result={itrResult(phase)} />, { wrapper: StrictMode })
      submit()
      expect(onSubmit).not.toHaveBeenCalled()
      expect(field()).toHaveValue('')
      rerender(<LoanForm result={completed} />)
      submit()
      expect(submitted()).toEqual([{ itr: completed.jobId }])
    },
  )

  it('unblocks the form in the commit that renders completed; a check of the host at the mount shows no error', () => {
    const validities: boolean[] = []
    const Host = ({ result }: { result: ItrJobStatusResult }) => (
      <div ref={(host) => void (host && validities.push(host.querySelector('form')!.checkValidity()))}>
        <LoanForm result={result} />
      </div>
    )
    const { rerender } = render(<Host result={processing} />)
    expect(document.body).toHaveFocus()
    expect(screen.queryByText(en.required)).toBeNull()
    rerender(<Host result={completed} />)
    expect(validities).toEqual([false, true])
  })

  it('blocks a server-rendered form before any script runs, and after hydration', () => {
    const logError = vi.spyOn(console, 'error').mockImplementation(() => {})
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(<LoanForm result={completed} />)
    expect(form().checkValidity()).toBe(true)
    container.innerHTML = renderToString(<LoanForm result={processing} />)
    expect(form().checkValidity()).toBe(false)
    // React 18 warns about layout effects on a server, as which jsdom does not count.
    logError.mockClear()
    const { rerender } = render(<LoanForm result={processing} />, { container, hydrate: true })
    expect(logError).not.toHaveBeenCalled()
    logError.mockRestore()
    submit()
    expect(onSubmit).not.toHaveBeenCalled()
    rerender(<LoanForm result={completed} />)
    submit()
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })

  it.runIf('Activity' in React)('does not block the form while an Activity hides it', () => {
    const page = (mode: 'hidden' | 'visible') => (
      <form aria-label="loan">
        <React.Activity mode={mode}>
          <ItrProgress name="itr" required result={processing} />
        </React.Activity>
      </form>
    )
    const { rerender } = render(page('hidden'))
    for (const mode of ['hidden', 'visible', 'hidden', 'visible'] as const) {
      rerender(page(mode))
      expect([mode, isValid()]).toEqual([mode, mode === 'hidden'])
    }
  })

  it('blocks the form while a Suspense boundary around it shows its fallback', () => {
    const Pending = lazy(() => new Promise<never>(() => {}))
    const page = (isPending: boolean) => (
      <form aria-label="loan">
        <Suspense fallback="Loading">
          <ItrProgress name="itr" required result={processing} />
          {isPending && <Pending />}
        </Suspense>
      </form>
    )
    const { rerender } = render(page(false), { wrapper: StrictMode })
    for (const isPending of [true, false, true]) {
      rerender(page(isPending))
      expect([isPending, form().textContent.includes('Loading')]).toEqual([isPending, isPending])
      expect(form().checkValidity()).toBe(false)
    }
  })

  it('unblocks the input at the unmount, for a host that keeps it', () => {
    const { unmount } = render(<LoanForm result={processing} />, { wrapper: StrictMode })
    const kept = field()!
    expect(kept).toBeInvalid()
    unmount()
    expect(kept).toBeValid()
  })

  it('shows the reason in the widget and its language, only after a submit', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    expect(field()!.validationMessage).toBe(en.required)
    expect(screen.queryByText(en.required)).toBeNull()
    submit()
    expect(screen.getByText(en.required)).toHaveClass('itr-refusal')
    expect(heading()).toHaveAccessibleDescription(en.required)
    expect(screen.getByRole('group')).toHaveAttribute('data-invalid')
    rerender(<LoanForm result={processing} messages={{ required: 'पहले सत्यापन' }} />)
    expect(screen.getByText('पहले सत्यापन')).toBeInTheDocument()
    rerender(<LoanForm result={completed} />)
    expect(heading()).not.toHaveAccessibleDescription()
    expect(screen.getByRole('group')).not.toHaveAttribute('data-invalid')
    expect(field()!.validationMessage).toBe('')
  })

  it('moves the focus to the heading or the retry button, if it is the first invalid field', () => {
    const before = (
      <fieldset>
        <input required disabled />
        <input required readOnly />
        <input aria-label="Name" required />
      </fieldset>
    )
    const { rerender } = render(<LoanForm result={processing} before={before} />)
    submit()
    expect(screen.getByText(en.required)).toBeInTheDocument()
    expect(heading()).not.toHaveFocus()
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Asha' } })
    submit()
    expect(heading()).toHaveFocus()
    rerender(<LoanForm result={itrResult('timed-out')} before={before} />)
    submit()
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
    expect(document.activeElement).toHaveAccessibleDescription(en.required)
    expect(document.activeElement).not.toHaveAttribute('tabindex')
  })

  it('takes the focus back from a later field only if that is invalid', async () => {
    render(<LoanForm result={processing} />)
    const later = form().appendChild(document.createElement('input'))
    const submitAndFocusLater = async () => {
      later.blur()
      submit()
      later.focus()
      await new Promise((resolve) => setTimeout(resolve))
    }
    await submitAndFocusLater()
    expect(later).toHaveFocus()
    later.required = true
    await submitAndFocusLater()
    expect(heading()).toHaveFocus()
  })
})

describe('ItrProgressField', () => {
  it('is an invisible text input without inline styles or browser bubble', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    expect(field()).toHaveAttribute('type', 'text')
    expect(field()).toBeRequired()
    expect(field()).toHaveAttribute('aria-hidden', 'true')
    expect(field()).toHaveAttribute('tabindex', '-1')
    expect(field()).toHaveAttribute('autocomplete', 'off')
    expect(field()).not.toHaveAttribute('style')
    expect(field()!.parentElement).toHaveAttribute('hidden')
    expect(field()).not.toBeVisible()
    expect(fireEvent.invalid(field()!)).toBe(false)
    rerender(<LoanForm result={processing} name={undefined} required={false} />)
    expect(form().querySelector('input, [hidden]')).toBeNull()
  })

  it.each<[string, ItrProgressBaseProps, object[]]>([
    ['blocks no form without required', { required: false }, [{ itr: '' }, { itr: completed.jobId }]],
    ['submits nothing without name', { name: undefined }, [{}]],
    ['neither blocks nor submits while disabled', { disabled: true }, [{}, {}]],
  ])('%s', (_, props, expected) => {
    const { rerender } = render(<LoanForm result={processing} {...props} />)
    submit()
    rerender(<LoanForm result={completed} {...props} />)
    submit()
    expect(submitted()).toEqual(expected)
  })

  it('keeps its value through a reset', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    act(() => form().reset())
    expect(isValid()).toBe(false)
    rerender(<LoanForm result={completed} />)
    act(() => form().reset())
    submit()
    expect(submitted()).toEqual([{ itr: completed.jobId }])
  })
})

describe('ItrProgressField: shown reason', () => {
  const reason = () => screen.queryByText(en.required)

  it('is hidden for another job, which gets a new input without :user-invalid', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    submit()
    const refused = field()
    rerender(<LoanForm result={{ ...processing, jobId: 'another' }} />)
    expect(reason()).toBeNull()
    expect(field()).not.toBe(refused)
    submit()
    expect(reason()).toBeVisible()
  })

  it('is hidden when the field is no longer required, and does not return with required', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    submit()
    rerender(<LoanForm result={processing} disabled />)
    expect(reason()).toBeNull()
    expect(field()!.validationMessage).toBe('')
    rerender(<LoanForm result={processing} />)
    expect(reason()).toBeNull()
    expect(field()!.validationMessage).toBe(en.required)
  })

  it('is hidden by a reset in the same task, unless the host prevents the reset', () => {
    let isPrevented = true
    render(
      <div onReset={(event) => isPrevented && event.preventDefault()}>
        <LoanForm result={processing} />
      </div>,
    )
    const submitAndReset = () =>
      act(() => {
        form().requestSubmit()
        form().reset()
      })
    submitAndReset()
    expect(reason()).toBeVisible()
    isPrevented = false
    submitAndReset()
    expect(reason()).toBeNull()
  })

  it('is hidden by a reset of the current `form`, not of the previous one', () => {
    const page = (name: string) => (
      <>
        <form id="one" aria-label="one" />
        <form id="two" aria-label="two" />
        <ItrProgress result={processing} name="itr" required form={name} />
      </>
    )
    const { rerender } = render(page('one'))
    act(() => form('one').requestSubmit())
    rerender(page('two'))
    act(() => form('one').reset())
    expect(reason()).toBeVisible()
    act(() => form('two').reset())
    expect(reason()).toBeNull()
  })

  it('is shown in a composition without a heading, whose root then has the focus', () => {
    const composition = (isFieldShown: boolean) => (
      <LoanForm result={processing}>
        <ItrProgressMessage />
        <p role="status" data-itr-part="announcer" />
        {isFieldShown && <ItrProgressField />}
      </LoanForm>
    )
    const { rerender } = render(composition(false))
    rerender(composition(true))
    submit()
    expect(reason()).toBeVisible()
    expect(screen.getByRole('group')).toHaveFocus()
    expect(screen.getByRole('group')).toHaveAttribute('tabindex', '-1')
  })

  it('does not return with another reason of a field that was valid in between', () => {
    const { rerender } = render(<LoanForm result={processing} />)
    submit()
    rerender(<LoanForm result={processing} required={false} />)
    rerender(<LoanForm result={processing} />)
    expect(field()).toBeInvalid()
    expect(reason()).toBeNull()
  })
})
