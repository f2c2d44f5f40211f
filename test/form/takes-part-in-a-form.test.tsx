import { act, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

const watching = itrResult('processing')
const completed = itrResult('completed')
const onSubmit = vi.fn<(data: Record<string, unknown>) => void>()

beforeEach(() => {
  onSubmit.mockReset()
})

interface LoanFormProps extends ItrProgressBaseProps {
  result: ItrJobStatusResult
  before?: ReactNode
}

/** A host's form: the widget is one of its fields. */
function LoanForm({ before, ...props }: LoanFormProps) {
  return (
    <form
      aria-label="loan"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(Object.fromEntries(new FormData(event.currentTarget)))
      }}
    >
      {before}
      <ItrProgress name="itrVerification" required {...props} />
      <button>Send</button>
    </form>
  )
}

const form = () => screen.getByRole<HTMLFormElement>('form')
const field = () => form().querySelector<HTMLInputElement>('[data-itr-part="field"]')
const send = () => act(() => form().requestSubmit())
const heading = () => screen.getByRole('heading')

describe('a required verification', () => {
  it('blocks the form until it is completed, and then sends the handle', () => {
    const { rerender } = render(<LoanForm result={watching} />)
    send()
    expect(onSubmit).not.toHaveBeenCalled()
    rerender(<LoanForm result={completed} />)
    send()
    expect(onSubmit.mock.calls).toEqual([[{ itrVerification: completed.jobId }]])
  })

  it.each(['idle', 'connecting', 'initiated', 'failed', 'timed-out', 'error'] as const)(
    'blocks the form in %s',
    (phase) => {
      render(<LoanForm result={itrResult(phase)} />)
      send()
      expect(onSubmit).not.toHaveBeenCalled()
      expect(field()).toHaveValue('')
    },
  )

  it('is free in the commit that says completed, before any effect of the host', () => {
    const seen: boolean[] = []
    function Host({ result }: { result: ItrJobStatusResult }) {
      return (
        <div ref={(host) => void (host && seen.push(host.querySelector('form')!.checkValidity()))}>
          <LoanForm result={result} />
        </div>
      )
    }
    const { rerender } = render(<Host result={watching} />)
    rerender(<Host result={completed} />)
    expect(form().checkValidity()).toBe(true)
    expect(seen[0]).toBe(false)
  })

  it('blocks a page that a server has rendered, before any script runs', () => {
    const page = renderToString(<LoanForm result={watching} />)
    document.body.innerHTML = page
    expect(document.querySelector('form')!.checkValidity()).toBe(false)
    document.body.innerHTML = renderToString(<LoanForm result={completed} />)
    expect(document.querySelector('form')!.checkValidity()).toBe(true)
    document.body.innerHTML = ''
  })

  it('says why in the widget, in its language, and not before the form was tried', () => {
    const { rerender } = render(<LoanForm result={watching} />)
    expect(field()!.validationMessage).toBe(en.required)
    expect(screen.queryByText(en.required)).toBeNull()
    send()
    expect(screen.getByText(en.required)).toBeInTheDocument()
    expect(screen.getByText(en.required)).toHaveClass('itr-refusal')
    expect(heading()).toHaveAccessibleDescription(en.required)
    expect(screen.getByRole('group')).toHaveAttribute('data-invalid')
    rerender(<LoanForm result={watching} messages={{ required: 'पहले सत्यापन' }} />)
    expect(screen.getByText('पहले सत्यापन')).toBeInTheDocument()
    rerender(<LoanForm result={completed} />)
    expect(heading()).not.toHaveAccessibleDescription()
    expect(screen.getByRole('group')).not.toHaveAttribute('data-invalid')
    expect(field()!.validationMessage).toBe('')
  })

  it('shows no bubble', () => {
    render(<LoanForm result={watching} />)
    expect(fireEvent.invalid(field()!)).toBe(false)
  })

  it('takes the focus to the heading, or to the button that helps, if it is the first to be in the way', () => {
    const { rerender } = render(<LoanForm result={watching} />)
    send()
    expect(heading()).toHaveFocus()
    rerender(<LoanForm result={itrResult('timed-out')} />)
    send()
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
    expect(document.activeElement).toHaveAccessibleDescription(en.required)
  })

  it('leaves the focus to a field before it', () => {
    const before = <input aria-label="Name" required />
    render(<LoanForm result={watching} before={<fieldset>{before}</fieldset>} />)
    send()
    expect(heading()).not.toHaveFocus()
    expect(screen.getByText(en.required)).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Asha' } })
    send()
    expect(heading()).toHaveFocus()
  })
})

describe('the field', () => {
  it('is a text input that nobody sees, hears or reaches', () => {
    render(<LoanForm result={watching} />)
    expect(field()).toHaveAttribute('type', 'text')
    expect(field()).toHaveAttribute('aria-hidden', 'true')
    expect(field()).toHaveAttribute('tabindex', '-1')
    expect(field()).not.toHaveAttribute('style')
    expect(field()!.parentElement).toHaveAttribute('hidden')
    expect(field()).not.toBeVisible()
  })

  it('is not there without a name or a requirement', () => {
    render(<LoanForm result={watching} name={undefined} required={false} />)
    expect(field()).toBeNull()
    expect(form().querySelector('[hidden]')).toBeNull()
  })

  it('never blocks where it is not required, and sends nothing before the end', () => {
    const { rerender } = render(<LoanForm result={watching} required={false} />)
    send()
    rerender(<LoanForm result={completed} required={false} />)
    send()
    expect(onSubmit.mock.calls).toEqual([[{ itrVerification: '' }], [{ itrVerification: completed.jobId }]])
  })

  it('sends nothing without a name', () => {
    const { rerender } = render(<LoanForm result={watching} name={undefined} />)
    send()
    expect(onSubmit).not.toHaveBeenCalled()
    rerender(<LoanForm result={completed} name={undefined} />)
    send()
    expect(onSubmit.mock.calls).toEqual([[{}]])
  })

  it('is out of the form while it, or a fieldset around it, is disabled', () => {
    const { rerender } = render(<LoanForm result={watching} disabled />)
    send()
    expect(onSubmit.mock.calls).toEqual([[{}]])
    rerender(<LoanForm result={watching} />)
    send()
    expect(onSubmit).toHaveBeenCalledTimes(1)

    render(
      <form aria-label="other" onSubmit={(event) => event.preventDefault()}>
        <fieldset disabled>
          <ItrProgress name="itrVerification" required result={completed} />
        </fieldset>
      </form>,
    )
    const other = screen.getByRole<HTMLFormElement>('form', { name: 'other' })
    expect(other.checkValidity()).toBe(true)
    expect([...new FormData(other)]).toEqual([])
  })

  it('belongs to the form that it names', () => {
    render(
      <>
        <form id="far" aria-label="far" />
        <ItrProgress name="itrVerification" required form="far" result={completed} />
      </>,
    )
    const far = screen.getByRole<HTMLFormElement>('form', { name: 'far' })
    expect(Object.fromEntries(new FormData(far))).toEqual({ itrVerification: completed.jobId })
  })

  it('keeps its value through a reset, which takes the reason away', () => {
    const { rerender } = render(<LoanForm result={watching} />)
    send()
    act(() => form().reset())
    expect(screen.queryByText(en.required)).toBeNull()
    expect(form().checkValidity()).toBe(false)
    rerender(<LoanForm result={completed} />)
    act(() => form().reset())
    expect(field()).toHaveValue(completed.jobId)
    send()
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })

  it('is empty again for another job', () => {
    const { rerender } = render(<LoanForm result={completed} />)
    rerender(<LoanForm result={{ ...watching, jobId: 'another' }} />)
    expect(field()).toHaveValue('')
    send()
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('works twice in one form', () => {
    const before = <ItrProgress name="spouse" required result={completed} />
    const { rerender } = render(<LoanForm result={watching} before={before} />)
    send()
    expect(onSubmit).not.toHaveBeenCalled()
    rerender(<LoanForm result={completed} before={before} />)
    send()
    expect(onSubmit.mock.calls).toEqual([[{ spouse: completed.jobId, itrVerification: completed.jobId }]])
  })

  it('tells the same in StrictMode', () => {
    render(<LoanForm result={completed} />, { wrapper: StrictMode })
    send()
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })
})
