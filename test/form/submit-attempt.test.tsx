import { act, fireEvent, render } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress, type ItrProgressHandle } from '../../src/index.ts'
import { en } from '../../src/locales/en.ts'
import { itrResult } from '../../src/testing/itrResult.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const result = itrResult('processing')
const message = en.required

/** Renders a form with a text input and a required widget. */
function showForm() {
  const { container, unmount } = render(
    <form>
      <input name="amount" />
      <ItrProgress name="itr" required result={result} />
    </form>,
  )
  const field = container.querySelector<HTMLInputElement>('[name="itr"]')!
  const amount = container.querySelector<HTMLInputElement>('[name="amount"]')!
  return { field, amount, unmount, hasError: () => container.textContent.includes(message) }
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
