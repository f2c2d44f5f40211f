import {
  ItrProgress,
  ItrProgressAnnouncer,
  ItrProgressField,
  ItrProgressMessage,
  type ItrJobStatusResult,
  type ItrProgressBaseProps,
} from 'itr-progress'
import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { hi } from 'itr-progress/locales/hi'
import { itrResult } from 'itr-progress/testing'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'

const watching = itrResult('processing')
const completed = itrResult('completed')
const sent = vi.fn<(data: Record<string, FormDataEntryValue>) => void>()

beforeEach(() => {
  sent.mockReset()
})

interface LoanFormProps {
  result?: ItrJobStatusResult
  /** Between the name and the widget. */
  before?: ReactNode
  after?: ReactNode
  isDisabled?: boolean
}

function LoanForm({ result = watching, before, after, isDisabled = false }: LoanFormProps) {
  return (
    <form
      id="loan"
      onSubmit={(event) => {
        event.preventDefault()
        sent(Object.fromEntries(new FormData(event.currentTarget)) as never)
      }}
    >
      <label>
        Full name <input name="name" defaultValue="" />
      </label>
      {before}
      <fieldset disabled={isDisabled}>
        <ItrProgress result={result} name="itr" required />
      </fieldset>
      {after}
      <button>Apply</button>
      <button type="reset">Clear</button>
    </form>
  )
}

const apply = () => page.getByRole('button', { name: 'Apply' }).click()
const heading = page.getByRole('heading')
const reason = page.getByText(en.required)
const widget = page.getByRole('group', { name: /income tax/ })

/** What is drawn on the screen at its middle is itself, or a part of it. */
const isInView = (element: Element | null) => {
  const { x, y, width, height } = element!.getBoundingClientRect()
  return element!.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}

describe('a form that is sent too early', () => {
  it('is not sent by a press, says why, and has the heading in view and in focus', async () => {
    await render(
      <LoanForm before={<div style={{ height: 2000 }} />} after={<div style={{ height: 2000 }} />} />,
    )
    await apply()
    expect(sent).not.toHaveBeenCalled()
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
    expect(isInView(heading.element())).toBe(true)
  })

  it('is not sent by Enter in a field, and keeps what was typed', async () => {
    await render(<LoanForm />)
    const name = page.getByLabelText('Full name')
    await name.fill('Asha')
    await userEvent.keyboard('{Enter}')
    expect(sent).not.toHaveBeenCalled()
    await expect.element(heading).toHaveFocus()
    await expect.element(name).toHaveValue('Asha')
  })

  it('has the focus where the person can go on', async () => {
    await render(<LoanForm result={itrResult('timed-out')} />)
    await apply()
    await expect.element(page.getByRole('button', { name: 'Check again' })).toHaveFocus()
  })

  it.each([
    ['before it keeps the focus', 'before', false],
    ['after it does not get the focus', 'after', true],
  ] as const)('another field that is in the way %s', async (_, place, isOurs) => {
    const city = (
      <label>
        City <input name="city" required />
      </label>
    )
    await render(<LoanForm {...{ [place]: city }} />)
    await apply()
    await expect.element(reason).toBeVisible()
    await expect.element(isOurs ? heading : page.getByLabelText('City')).toHaveFocus()
    // The browser has its bubble for the other one; ours must not come later and take the focus away.
    await new Promise((resolve) => setTimeout(resolve, 100))
    await expect.element(isOurs ? heading : page.getByLabelText('City')).toHaveFocus()
  })

  it('is sent once the verification is completed, with the handle and what was typed', async () => {
    const { rerender } = await render(<LoanForm />)
    await page.getByLabelText('Full name').fill('Asha')
    await apply()
    await rerender(<LoanForm result={completed} />)
    await expect.element(reason).not.toBeInTheDocument()
    await apply()
    expect(sent.mock.calls).toEqual([[{ name: 'Asha', itr: completed.jobId }]])
  })
})

describe('what a stylesheet can tell', () => {
  const isUserInvalid = () => widget.element().matches(':has(:user-invalid)')

  it('is that nothing was tried before the form was, and that it was refused after', async () => {
    const { rerender } = await render(<LoanForm />)
    expect(isUserInvalid()).toBe(false)
    expect(widget.element().matches('[data-invalid]')).toBe(false)
    const { borderColor } = getComputedStyle(widget.element())
    await apply()
    await expect.element(widget).toHaveAttribute('data-invalid')
    expect(isUserInvalid()).toBe(true)
    expect(getComputedStyle(widget.element()).borderColor).not.toBe(borderColor)
    await rerender(<LoanForm result={completed} />)
    await expect.element(widget).not.toHaveAttribute('data-invalid')
    expect(isUserInvalid()).toBe(false)
    expect(widget.element().matches(':has([data-itr-part="field"]:valid)')).toBe(true)
  })

  it('is that a reset takes the refusal back', async () => {
    await render(<LoanForm />)
    await apply()
    await expect.element(reason).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.element(reason).not.toBeInTheDocument()
    expect(isUserInvalid()).toBe(false)
    await apply()
    await expect.element(reason).toBeVisible()
    expect(sent).not.toHaveBeenCalled()
  })
})

describe('a host that only asks whether the form could be sent', () => {
  it('takes no key from who is typing, and says nothing', async () => {
    const before = (
      <input aria-label="City" onInput={({ currentTarget }) => currentTarget.form!.checkValidity()} />
    )
    await render(<LoanForm before={before} />)
    const type = async (text: string) => {
      await page.getByLabelText('City').click()
      await userEvent.keyboard(text)
    }
    await type('Pu')
    await expect.element(page.getByLabelText('City')).toHaveValue('Pu')
    expect(widget.element().matches('[data-invalid]')).toBe(false)
    // Not after a refusal either.
    await apply()
    await expect.element(heading).toHaveFocus()
    await type('ne')
    await expect.element(page.getByLabelText('City')).toHaveValue('Pune')
    await userEvent.keyboard('{Enter}')
    await expect.element(heading).toHaveFocus()
  })

  it('leaves the focus alone when the page comes', async () => {
    await render(
      <form ref={(form) => void form?.checkValidity()}>
        <ItrProgress result={watching} name="itr" required />
      </form>,
    )
    expect(document.activeElement).toBe(document.body)
    await expect.element(reason).not.toBeInTheDocument()
  })

  it('is told why where it asks for a report when a button is pressed', async () => {
    await render(
      <LoanForm
        after={
          <button type="button" onClick={({ currentTarget }) => currentTarget.form!.reportValidity()}>
            Next
          </button>
        }
      />,
    )
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
  })
})

describe('a refusal', () => {
  const form = () => document.querySelector<HTMLFormElement>('#loan')!
  const Plain = ({ result = watching, ...props }: ItrProgressBaseProps & { result?: ItrJobStatusResult }) => (
    <form id="loan" onSubmit={(event) => event.preventDefault()}>
      <ItrProgress result={result} name="itr" required {...props} />
    </form>
  )

  it('is of one job: another one begins without', async () => {
    const { rerender } = await render(<Plain />)
    form().requestSubmit()
    await expect.element(reason).toBeVisible()
    await rerender(<Plain result={{ ...watching, jobId: 'another' }} />)
    await expect.element(reason).not.toBeInTheDocument()
    expect(widget.element().matches(':has(:user-invalid)')).toBe(false)
    form().requestSubmit()
    await expect.element(reason).toBeVisible()
  })

  it('ends with the requirement, and does not come back with it', async () => {
    const { rerender } = await render(<Plain />)
    form().requestSubmit()
    await rerender(<Plain required={false} />)
    await expect.element(reason).not.toBeInTheDocument()
    await rerender(<Plain />)
    await expect.element(reason).not.toBeInTheDocument()
    const field = () => document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!
    expect(field().validationMessage).toBe(en.required)
    await rerender(<Plain messages={hi} />)
    expect(field().validationMessage).toBe(hi.required)
    await rerender(<Plain disabled />)
    expect(field().validationMessage).toBe('')
  })

  it('ends with a reset in the same task', async () => {
    await render(<Plain />)
    form().requestSubmit()
    form().reset()
    await expect.element(heading).toHaveFocus()
    await expect.element(reason).not.toBeInTheDocument()
  })

  it('stays where a host prevents the reset', async () => {
    await render(
      <div onReset={(event) => event.preventDefault()}>
        <Plain />
      </div>,
    )
    form().requestSubmit()
    form().reset()
    await expect.element(reason).toBeVisible()
  })

  it('ends with the reset of the form that it belongs to now', async () => {
    const Page = ({ id }: { id: string }) => (
      <>
        <form id="one" />
        <form id="two" />
        <ItrProgress result={watching} name="itr" required form={id} />
      </>
    )
    const reset = (id: string) => document.querySelector<HTMLFormElement>(`#${id}`)!.reset()
    const { rerender } = await render(<Page id="one" />)
    document.querySelector<HTMLFormElement>('#one')!.requestSubmit()
    await rerender(<Page id="two" />)
    reset('one')
    await expect.element(reason).toBeVisible()
    reset('two')
    await expect.element(reason).not.toBeInTheDocument()
  })

  it('of a composition without a heading puts the focus on the widget itself', async () => {
    await render(
      <Plain>
        <ItrProgressMessage />
        <ItrProgressAnnouncer />
        <ItrProgressField />
      </Plain>,
    )
    form().requestSubmit()
    await expect.element(reason).toBeVisible()
    expect(document.activeElement).toBe(document.querySelector('[data-itr-part="root"]'))
  })

  it('by a field that comes later says the same', async () => {
    const Late = ({ isThere }: { isThere: boolean }) => (
      <Plain>
        <ItrProgressMessage />
        <ItrProgressAnnouncer />
        {isThere && <ItrProgressField />}
      </Plain>
    )
    const { rerender } = await render(<Late isThere={false} />)
    await rerender(<Late isThere />)
    expect(document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!.validationMessage).toBe(
      en.required,
    )
  })

  it('does not look at fields that are barred from it, and leaves who has moved on', async () => {
    await render(
      <form id="loan">
        <input aria-label="Old" required disabled />
        <input aria-label="Read" required readOnly />
        <ItrProgress result={watching} name="itr" required />
        <input aria-label="City" />
      </form>,
    )
    form().requestSubmit()
    expect(document.activeElement).toBe(heading.element())
    const city = page.getByLabelText('City').element() as HTMLElement
    city.focus()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(document.activeElement).toBe(city)
  })
})

it('is filled in by no browser', async () => {
  await render(<LoanForm />)
  expect(document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!.autocomplete).toBe('off')
})

it('a reset clears what was typed, and not the verification', async () => {
  await render(<LoanForm result={completed} />)
  await page.getByLabelText('Full name').fill('Asha')
  await page.getByRole('button', { name: 'Clear' }).click()
  await apply()
  expect(sent.mock.calls).toEqual([[{ name: '', itr: completed.jobId }]])
})

it('in a disabled fieldset it neither blocks nor is sent', async () => {
  const { rerender } = await render(<LoanForm isDisabled />)
  await apply()
  expect(sent.mock.calls).toEqual([[{ name: '' }]])
  await rerender(<LoanForm />)
  await apply()
  expect(sent).toHaveBeenCalledTimes(1)
})

it('outside of the form that it names it blocks that one, takes the focus, and is sent with it', async () => {
  const Page = ({ result }: { result: ItrJobStatusResult }) => (
    <>
      <form
        id="far"
        onSubmit={(event) => {
          event.preventDefault()
          sent(Object.fromEntries(new FormData(event.currentTarget)) as never)
        }}
      >
        <button>Apply</button>
      </form>
      <ItrProgress result={result} name="itr" required form="far" />
    </>
  )
  const { rerender } = await render(<Page result={watching} />)
  await apply()
  await expect.element(heading).toHaveFocus()
  await rerender(<Page result={completed} />)
  await apply()
  expect(sent.mock.calls).toEqual([[{ itr: completed.jobId }]])
})

it('of several in one form, each that is not completed says so, and the first has the focus', async () => {
  const couple = (spouse: ItrJobStatusResult, own: ItrJobStatusResult) => (
    <LoanForm result={own} before={<ItrProgress result={spouse} name="spouse" required />} />
  )
  const { rerender } = await render(couple(itrResult('connecting'), watching))
  await apply()
  await expect.element(reason.nth(1)).toBeVisible()
  await expect.element(heading.first()).toHaveFocus()
  await rerender(couple({ ...completed, jobId: 'of the spouse' }, watching))
  await apply()
  expect(reason.elements()).toHaveLength(1)
  await expect.element(heading.nth(1)).toHaveFocus()
  await rerender(couple({ ...completed, jobId: 'of the spouse' }, completed))
  await apply()
  expect(sent.mock.calls).toEqual([[{ name: '', spouse: 'of the spouse', itr: completed.jobId }]])
})

it('is reached by no Tab, and seen by nobody, without our stylesheet and under a host’s rules for inputs', async () => {
  await render(
    <>
      <style>
        {'input, span, audio, [hidden] { display: block !important; visibility: visible; width: 300px }'}
      </style>
      <LoanForm />
    </>,
  )
  await userEvent.tab()
  await expect.element(page.getByLabelText('Full name')).toHaveFocus()
  await userEvent.tab()
  await expect.element(page.getByRole('button', { name: 'Apply' })).toHaveFocus()
  expect(document.querySelector('[data-itr-part="field"]')!.checkVisibility()).toBe(false)
})
