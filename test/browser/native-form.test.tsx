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
}

const LoanForm = ({ result = processing, before, after }: LoanFormProps) => (
  <form
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit(Object.fromEntries(new FormData(event.currentTarget)) as never)
    }}
  >
    <label>
      Full name <input name="name" defaultValue="" />
    </label>
    {before}
    <ItrProgress result={result} name="itr" required />
    {after}
    <button>Apply</button>
    <button type="reset">Clear</button>
  </form>
)

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

  it.each(['before', 'after'])('focuses the first invalid field: another one is %s', async (place) => {
    await render(<LoanForm {...{ [place]: <input aria-label="City" required /> }} />)
    await press('Apply')
    await expect.element(reason).toBeVisible()
    // The browser moves the focus to its bubble later than we do.
    await waitFor(100)
    await expect.element(place === 'after' ? heading : field('City')).toHaveFocus()
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
