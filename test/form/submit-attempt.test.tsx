import { act, fireEvent, render, type RenderOptions } from '@testing-library/react'
import { createRef, StrictMode, type Ref, type RefObject } from 'react'
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

describe('required field: `:user-invalid`', () => {
  /** Simulates a browser that knows the selector, which jsdom does not. */
  function stubUserInvalid(isUserInvalid: boolean) {
    vi.stubGlobal('CSS', { supports: (text: string) => text === 'selector(:user-invalid)' })
    const matches = (element: Element, selector: string) => Element.prototype.matches.call(element, selector)
    vi.spyOn(HTMLInputElement.prototype, 'matches').mockImplementation(function (this: Element, selector) {
      return selector === ':user-invalid' ? isUserInvalid : matches(this, selector)
    })
  }

  it('shows the error after a submit, also while a person is typing', () => {
    stubUserInvalid(true)
    const { field, amount, hasError } = showForm()
    act(() => amount.focus())
    fireEvent.invalid(field)
    expect(hasError()).toBe(true)
    // Now a check at each key must not take the focus.
    act(() => amount.focus())
    fireEvent.invalid(field)
    expect(document.activeElement).toBe(amount)
  })

  it('moves the focus at another submit', () => {
    stubUserInvalid(true)
    const { field, amount } = showForm()
    fireEvent.invalid(field)
    act(() => amount.blur())
    fireEvent.invalid(field)
    expect(document.activeElement?.textContent).toBe(en.heading.watching)
  })

  it('shows no error for `checkValidity()` before a submit', () => {
    stubUserInvalid(false)
    const { field, hasError } = showForm()
    fireEvent.invalid(field)
    expect(hasError()).toBe(false)
  })
})

describe('field: cleanup', () => {
  it('leaves no listener on the document', () => {
    const added = vi.spyOn(document, 'addEventListener')
    const removed = vi.spyOn(document, 'removeEventListener')
    const { unmount } = showForm()
    const isOurs = ([type]: unknown[]) => type === 'reset' || type === 'click'
    const ours = added.mock.calls.filter(isOurs)
    expect(ours.map(([type]) => type)).toEqual(['reset', 'click'])
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
  it('is none while a person types after a click on a text', () => {
    const { field, amount, paragraph, hasError } = showForm()
    act(() => amount.focus())
    fireEvent.click(paragraph)
    fireEvent.invalid(field)
    expect(hasError()).toBe(false)
  })

  it('is none while a person types after a click event of the document', () => {
    const onError = vi.fn()
    window.addEventListener('error', onError)
    const { field, amount, hasError } = showForm()
    act(() => amount.focus())
    fireEvent.click(document)
    fireEvent.invalid(field)
    window.removeEventListener('error', onError)
    expect(onError).not.toHaveBeenCalled()
    expect(hasError()).toBe(false)
  })

  it('is none while a person types in StrictMode, which runs effects twice', () => {
    const { field, amount, hasError } = showForm({}, { wrapper: StrictMode })
    act(() => amount.focus())
    fireEvent.invalid(field)
    expect(hasError()).toBe(false)
  })

  it('is none while a person types after `reportValidity()` and a reset', () => {
    const handle = createRef<ItrProgressHandle>()
    const { form, field, amount, hasError } = showForm({ handle })
    act(() => void handle.current!.reportValidity())
    expect(hasError()).toBe(true)
    act(() => form.reset())
    act(() => amount.focus())
    fireEvent.invalid(field)
    expect(hasError()).toBe(false)
  })

  it('is recognized while the field itself has the focus', () => {
    const { field, hasError } = showForm()
    act(() => field.focus())
    fireEvent.invalid(field)
    expect(hasError()).toBe(true)
  })

  it('is recognized in a browser without `CSS`', () => {
    vi.stubGlobal('CSS', undefined)
    const { field, hasError } = showForm()
    fireEvent.invalid(field)
    expect(hasError()).toBe(true)
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
    const field = <ItrProgressField render={({ ref }) => <span ref={ref as Ref<HTMLSpanElement>} />} />
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
