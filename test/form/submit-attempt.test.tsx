import { act, fireEvent, render, type RenderOptions } from '@testing-library/react'
import { createRef, StrictMode, type RefObject } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress, ItrProgressField, type ItrProgressHandle } from '../../src/index.ts'
import { en } from '../../src/locales/en.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const result = itrResult('processing')
const message = en.required

interface LoanFormProps extends ItrProgressBaseProps {
  handle?: RefObject<ItrProgressHandle | null>
}

const LoanForm = ({ handle, ...props }: LoanFormProps) => (
  <form aria-label="loan">
    <input name="amount" />
    <p>About you</p>
    <ItrProgress name="itr" required result={result} ref={handle} {...props} />
  </form>
)

/** Renders a form with a text input and a required widget. */
function showForm(props?: LoanFormProps, options?: RenderOptions) {
  const { container, rerender, unmount } = render(<LoanForm {...props} />, options)
  const find = (selector: string) => container.querySelector<HTMLInputElement>(selector)!
  const getField = () => find('[name="itr"]')
  return {
    form: find('input').form!,
    field: getField(),
    getField,
    amount: find('[name="amount"]'),
    paragraph: find('p'),
    rerender: (props: LoanFormProps) => rerender(<LoanForm {...props} />),
    unmount,
    hasError: () => container.textContent.includes(message),
  }
}

describe('required field: `checkValidity()`', () => {
  const check = {
    form: (form: HTMLFormElement) => form.checkValidity(),
    input: (form: HTMLFormElement) => [...form.elements].every((element) => isValid(element)),
  }
  const isValid = (element: Element) => (element as HTMLInputElement).checkValidity()

  it.each(['form', 'input'] as const)('of the %s returns the validity and shows no error', (target) => {
    const { form, rerender, hasError } = showForm()
    let isFormValid: unknown
    act(() => void (isFormValid = check[target](form)))
    expect([isFormValid, hasError(), document.activeElement]).toEqual([false, false, document.body])
    rerender({ disabled: true })
    expect(check[target](form)).toBe(true)
  })

  it('moves no focus in a click, nor after a submit', () => {
    const { form, amount, paragraph, hasError } = showForm()
    paragraph.addEventListener('click', () => form.checkValidity())
    act(() => amount.focus())
    fireEvent.click(paragraph)
    expect(hasError()).toBe(false)
    act(() => form.requestSubmit())
    expect(hasError()).toBe(true)
    act(() => amount.focus())
    act(() => void form.checkValidity())
    expect([document.activeElement, hasError()]).toEqual([amount, true])
  })

  it('shows no error in StrictMode, which runs effects twice, nor for a new `form`', () => {
    const other = document.body.appendChild(document.createElement('form'))
    other.id = 'other'
    const { form, rerender, hasError } = showForm({}, { wrapper: StrictMode })
    act(() => void form.checkValidity())
    rerender({ form: 'other' })
    act(() => void other.checkValidity())
    expect(hasError()).toBe(false)
    act(() => other.requestSubmit())
    expect(hasError()).toBe(true)
    other.remove()
  })

  it('throws what the original throws, and later attempts still count', () => {
    const { form, hasError } = showForm()
    const original = vi.spyOn(HTMLFormElement.prototype, 'checkValidity')
    const { form: second } = showForm()
    original.mockImplementationOnce(() => {
      throw new Error('from a polyfill')
    })
    expect(() => second.checkValidity()).toThrow('from a polyfill')
    act(() => form.requestSubmit())
    expect(hasError()).toBe(true)
  })
})

describe('field: cleanup', () => {
  it('leaves no listener on the document', () => {
    const added = vi.spyOn(document, 'addEventListener')
    const removed = vi.spyOn(document, 'removeEventListener')
    const { unmount } = showForm()
    const isOurs = ([type]: unknown[]) => type === 'reset'
    const ours = added.mock.calls.filter(isOurs)
    expect(ours).toHaveLength(1)
    unmount()
    expect(removed.mock.calls.filter(isOurs)).toEqual(ours)
  })

  it('adds no listener without a field', () => {
    const added = vi.spyOn(document, 'addEventListener')
    render(<ItrProgress result={result} />)
    expect(added.mock.calls.filter(([type]) => type === 'reset')).toEqual([])
  })

  it('accepts calls of a form library without a field and without handlers', () => {
    const ref = createRef<ItrProgressHandle>()
    const { container } = render(<ItrProgress ref={ref} result={result} />)
    expect(() => act(() => ref.current!.setCustomValidity('no'))).not.toThrow()
    expect(() => fireEvent.blur(container.querySelector('h2, h3, [data-itr-part="heading"]')!)).not.toThrow()
  })
})

describe('required field: attempt to submit', () => {
  it.each<[string, (form: HTMLFormElement) => unknown]>([
    ['requestSubmit()', (form) => form.requestSubmit()],
    ['reportValidity() of the form', (form) => form.reportValidity()],
    [
      'reportValidity() of the input',
      (form) => form.querySelector<HTMLInputElement>('[name="itr"]')!.reportValidity(),
    ],
  ])('is each %s, also while a person is typing', (_, attempt) => {
    const { form, amount, hasError } = showForm()
    for (let count = 0; count < 2; count++) {
      act(() => amount.focus())
      act(() => void attempt(form))
      expect(hasError()).toBe(true)
      expect(document.activeElement?.textContent).toBe(en.heading.watching)
    }
  })

  it('is none if the form is submitted without validation', () => {
    const { form, amount, hasError } = showForm()
    form.addEventListener('submit', (event) => event.preventDefault())
    form.noValidate = true
    act(() => amount.focus())
    act(() => form.requestSubmit())
    form.noValidate = false
    act(() => void form.checkValidity())
    expect([document.activeElement, hasError()]).toEqual([amount, false])
  })

  it('is forgotten once a fieldset around the field is disabled', () => {
    const page = (disabled: boolean) => (
      <form aria-label="loan">
        <fieldset disabled={disabled}>
          <ItrProgress name="itr" required result={result} />
        </fieldset>
      </form>
    )
    const { container, rerender } = render(page(false))
    act(() => container.querySelector('form')!.requestSubmit())
    expect(container.textContent).toContain(message)
    rerender(page(true))
    rerender(page(false))
    expect(container.textContent).not.toContain(message)
  })

  it('is forgotten at a reset, also if the widget became a field later', () => {
    const { form, getField, rerender, hasError } = showForm({ name: undefined, required: false })
    rerender({})
    fireEvent.invalid(getField())
    expect(hasError()).toBe(true)
    act(() => form.reset())
    expect(hasError()).toBe(false)
  })
})

describe('field', () => {
  it('keeps its input when another message replaces the first one', () => {
    const handle = createRef<ItrProgressHandle>()
    const { field, getField } = showForm({ handle })
    act(() => handle.current!.setCustomValidity('Choose another PAN.'))
    expect(getField()).toBe(field)
    expect(field.validationMessage).toBe('Choose another PAN.')
  })

  it('does not fail at a reset if a composition has no input', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const onError = vi.fn()
    window.addEventListener('error', onError)
    const { form } = showForm({ children: null })
    act(() => form.reset())
    window.removeEventListener('error', onError)
    expect(onError).not.toHaveBeenCalled()
  })

  it('does not fail if a custom field is no input', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const field = <ItrProgressField render={({ ref }) => <span ref={ref} />} />
    expect(() => showForm({ children: field })).not.toThrow()
  })

  it('does not fail if a custom root drops its ref', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(() => showForm({ render: () => <section /> })).not.toThrow()
  })

  it('does not render again for a reset without a shown error', () => {
    const renderRoot = vi.fn((props: object) => <section {...props} />)
    const { form } = showForm({ render: renderRoot })
    const count = renderRoot.mock.calls.length
    act(() => form.reset())
    expect(renderRoot).toHaveBeenCalledTimes(count)
  })
})
