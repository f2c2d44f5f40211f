import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { itrResult } from 'itr-progress/testing'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'

const processing = itrResult('processing')
const completed = itrResult('completed')
const onSubmit = vi.fn<(data: Record<string, FormDataEntryValue>) => void>()

beforeEach(() => {
  onSubmit.mockReset()
})

interface LoanFormProps {
  result?: ItrJobStatusResult
  before?: ReactNode
  after?: ReactNode
  /** Renders the widget outside its form. */
  isOutside?: boolean
}

function LoanForm({ result = processing, before, after, isOutside = false }: LoanFormProps) {
  const widget = <ItrProgress result={result} name="itr" required form="loan" />
  return (
    <>
      <form
        id="loan"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(Object.fromEntries(new FormData(event.currentTarget)) as never)
        }}
      >
        <label>
          Full name <input name="name" defaultValue="" />
        </label>
        {before}
        {!isOutside && widget}
        {after}
        <button>Apply</button>
        <button type="reset">Clear</button>
      </form>
      {isOutside && widget}
    </>
  )
}

const input = (label: string, required = false) => <input aria-label={label} required={required} />
const press = (name: string) => page.getByRole('button', { name }).click()
const field = (name: string) => page.getByLabelText(name)
const heading = page.getByRole('heading')
const reason = page.getByText(en.required)
const widget = page.getByRole('group', { name: /income tax/ })
const isUserInvalid = () => widget.element().matches(':has(:user-invalid)')
const waitFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const isInView = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}

describe('a form that is submitted too early', () => {
  it('scrolls to the heading, which has the focus, and shows the reason', async () => {
    const space = <div style={{ height: 2000 }} />
    await render(<LoanForm before={space} after={space} />)
    await press('Apply')
    expect(onSubmit).not.toHaveBeenCalled()
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
    expect(isInView(heading.element())).toBe(true)
  })

  it('is not submitted by Enter in a field, and keeps the text', async () => {
    await render(<LoanForm />)
    await field('Full name').fill('Asha')
    await userEvent.keyboard('{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    await expect.element(heading).toHaveFocus()
    await expect.element(field('Full name')).toHaveValue('Asha')
  })

  it.each(['before', 'after'])('focuses the first invalid field: another one is %s', async (place) => {
    await render(<LoanForm {...{ [place]: input('City', true) }} />)
    await press('Apply')
    await expect.element(reason).toBeVisible()
    // The browser moves the focus to its bubble later than we do.
    await waitFor(100)
    await expect.element(place === 'after' ? heading : field('City')).toHaveFocus()
  })

  it('ignores fields that are barred from validation, and does not take the focus back', async () => {
    const barred = (
      <>
        <input required disabled />
        <input required readOnly />
      </>
    )
    await render(<LoanForm before={barred} after={input('City')} />)
    document.querySelector<HTMLFormElement>('#loan')!.requestSubmit()
    expect(document.activeElement).toBe(heading.element())
    const city = field('City').element() as HTMLElement
    city.focus()
    await waitFor(50)
    expect(document.activeElement).toBe(city)
  })

  it('focuses a widget outside of it, and submits its value once completed', async () => {
    const { rerender } = await render(<LoanForm isOutside />)
    await press('Apply')
    await expect.element(heading).toHaveFocus()
    await rerender(<LoanForm isOutside result={completed} />)
    await press('Apply')
    expect(onSubmit.mock.calls).toEqual([[{ name: '', itr: completed.jobId }]])
  })

  it('shows the reason in each of two widgets, and focuses the first that is not completed', async () => {
    const couple = (spouse: ItrJobStatusResult, own: ItrJobStatusResult) => (
      <LoanForm result={own} before={<ItrProgress result={spouse} name="spouse" required />} />
    )
    const spouse = { ...completed, jobId: 'of the spouse' }
    const { rerender } = await render(couple(itrResult('connecting'), processing))
    await press('Apply')
    await expect.element(reason.nth(1)).toBeVisible()
    await expect.element(heading.first()).toHaveFocus()
    await rerender(couple(spouse, processing))
    await press('Apply')
    expect(reason.elements()).toHaveLength(1)
    await expect.element(heading.nth(1)).toHaveFocus()
    await rerender(couple(spouse, completed))
    await press('Apply')
    expect(onSubmit.mock.calls).toEqual([[{ name: '', spouse: spouse.jobId, itr: completed.jobId }]])
  })
})

describe(':user-invalid and [data-invalid]', () => {
  it('match after a submit, until the job is completed or replaced', async () => {
    const { rerender } = await render(<LoanForm />)
    const isStyled = () => [isUserInvalid(), widget.element().matches('[data-invalid]')]
    expect(isStyled()).toEqual([false, false])
    await press('Apply')
    await expect.element(widget).toHaveAttribute('data-invalid')
    expect(isUserInvalid()).toBe(true)
    await rerender(<LoanForm result={{ ...processing, jobId: 'another' }} />)
    expect(isStyled()).toEqual([false, false])
    await press('Apply')
    await rerender(<LoanForm result={completed} />)
    expect(isStyled()).toEqual([false, false])
    expect(widget.element().matches(':has([data-itr-part="field"]:valid)')).toBe(true)
  })

  it('look like an error only in a phase that needs a decision', async () => {
    const colours = async (phase: 'processing' | 'failed' | 'timed-out' | 'error') => {
      const { unmount } = await render(<LoanForm result={itrResult(phase)} />)
      const root = getComputedStyle(document.querySelector('[data-itr-part="root"]')!)
      const { borderColor } = root
      await press('Apply')
      await expect.element(reason).toBeVisible()
      const { color } = getComputedStyle(reason.element())
      const isRed = root.borderColor !== borderColor
      await unmount()
      return { isRed, color }
    }
    const neutral = await colours('processing')
    expect(neutral).toEqual({ isRed: false, color: 'rgb(26, 33, 41)' })
    for (const phase of ['failed', 'timed-out', 'error'] as const)
      expect(await colours(phase)).toEqual({ isRed: true, color: 'rgb(179, 38, 30)' })
  })

  it('do not match after a reset, and match again after the next submit', async () => {
    await render(<LoanForm />)
    await press('Apply')
    await expect.element(reason).toBeVisible()
    await press('Clear')
    await expect.element(reason).not.toBeInTheDocument()
    expect(isUserInvalid()).toBe(false)
    await press('Apply')
    await expect.element(reason).toBeVisible()
  })
})

describe('a host that only checks the validity', () => {
  it('does not move the focus of a person who types, not even after a submit', async () => {
    const city = (
      <input aria-label="City" onInput={({ currentTarget }) => currentTarget.form!.checkValidity()} />
    )
    await render(<LoanForm before={city} />)
    await field('City').click()
    await userEvent.keyboard('Pu')
    await expect.element(field('City')).toHaveValue('Pu')
    expect(widget.element().matches('[data-invalid]')).toBe(false)
    await press('Apply')
    await expect.element(heading).toHaveFocus()
    await field('City').click()
    await userEvent.keyboard('ne')
    await expect.element(field('City')).toHaveValue('Pune')
    await userEvent.keyboard('{Enter}')
    await expect.element(heading).toHaveFocus()
  })

  it('does not move the focus at the mount', async () => {
    await render(
      <div ref={(element) => void element?.querySelector('form')!.checkValidity()}>
        <LoanForm />
      </div>,
    )
    expect(document.activeElement).toBe(document.body)
    await expect.element(reason).not.toBeInTheDocument()
  })

  it('does not move the focus of a person who saved a draft without validation', async () => {
    const draft = (
      <>
        <input aria-label="City" onInput={({ currentTarget }) => currentTarget.form!.checkValidity()} />
        <button formNoValidate>Save draft</button>
      </>
    )
    await render(<LoanForm before={draft} />)
    await press('Save draft')
    expect(onSubmit).toHaveBeenCalledTimes(1)
    await field('City').click()
    await userEvent.keyboard('Pune')
    await expect.element(field('City')).toHaveValue('Pune')
    await expect.element(reason).not.toBeInTheDocument()
  })
})

describe('a host that asks for the errors', () => {
  const getForm = () => document.querySelector<HTMLFormElement>('#loan')!

  it('gets the focus and the reason by reportValidity() after an await', async () => {
    const report = async () => {
      await waitFor(10)
      getForm().reportValidity()
    }
    const next = (
      <button type="button" onClick={() => void report()}>
        Next
      </button>
    )
    await render(<LoanForm after={next} />)
    await press('Next')
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
  })

  it('gets the focus at each requestSubmit() of a shortcut in a field', async () => {
    const note = (
      <textarea
        aria-label="Note"
        onKeyDown={({ key, ctrlKey }) => key === 'Enter' && ctrlKey && getForm().requestSubmit()}
      />
    )
    await render(<LoanForm after={note} />)
    for (let count = 0; count < 2; count++) {
      await field('Note').click()
      await userEvent.keyboard('{Control>}{Enter}{/Control}')
      await expect.element(heading).toHaveFocus()
    }
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('hidden field', () => {
  it('cannot be seen or reached by Tab under any host CSS', async () => {
    const css =
      'input, span, audio, [hidden] { display: block !important; visibility: visible; width: 300px }'
    await render(
      <>
        <style>{css}</style>
        <LoanForm />
      </>,
    )
    await userEvent.tab()
    await expect.element(field('Full name')).toHaveFocus()
    await userEvent.tab()
    await expect.element(page.getByRole('button', { name: 'Apply' })).toHaveFocus()
    expect(document.querySelector('[data-itr-part="field"]')!.checkVisibility()).toBe(false)
  })
})
