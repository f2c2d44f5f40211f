import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { StrictMode, type ReactElement } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { ActionForm } from '../../../docs/recipes/forms/ActionForm.tsx'
import { HookFormController } from '../../../docs/recipes/forms/HookFormController.tsx'
import { HookFormRegister } from '../../../docs/recipes/forms/HookFormRegister.tsx'
import { HookFormSchema } from '../../../docs/recipes/forms/HookFormSchema.tsx'
import { NativeForm } from '../../../docs/recipes/forms/NativeForm.tsx'
import { TanStackForm } from '../../../docs/recipes/forms/TanStackForm.tsx'
import { startVerification } from './startVerification.tsx'

const sent = vi.fn<(application: object) => void>()
const sendData = (application: FormData) => sent(Object.fromEntries(application))

beforeEach(() => {
  sent.mockReset()
})

const recipes: [name: string, form: (jobId: string) => ReactElement][] = [
  ['a native form', (jobId) => <NativeForm jobId={jobId} onSubmit={sendData} />],
  ["react-hook-form's register", (jobId) => <HookFormRegister jobId={jobId} onSubmit={sent} />],
  ["react-hook-form's Controller", (jobId) => <HookFormController jobId={jobId} onSubmit={sent} />],
  ['react-hook-form with a schema', (jobId) => <HookFormSchema jobId={jobId} onSubmit={sent} />],
  ['TanStack Form', (jobId) => <TanStackForm jobId={jobId} onSubmit={sent} />],
  [
    'a React action',
    (jobId) => (
      <ActionForm
        jobId={jobId}
        submit={async (_, application) => {
          sendData(application)
          return {}
        }}
      />
    ),
  ],
]

const fullName = page.getByLabelText('Full name')
const heading = page.getByRole('heading')
const reason = page.getByText(en.required)
const apply = () => page.getByRole('button', { name: 'Apply' }).click()
const completed = () => expect.element(heading).toHaveTextContent(en.heading.completed)

describe.each(recipes)('with %s', (_, formOf) => {
  it('a form says why it cannot be sent, has the focus there, keeps what was typed, and is sent once it can be', async () => {
    const { jobId, complete, Page } = startVerification()
    await render(<Page>{formOf(jobId)}</Page>, { wrapper: StrictMode })
    await fullName.fill('Asha')
    await apply()
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
    // Again, since a library does not do the same at each try.
    await fullName.click()
    await userEvent.keyboard('{Enter}')
    await expect.element(heading).toHaveFocus()
    expect(reason.elements()).toHaveLength(1)
    await expect.element(fullName).toHaveValue('Asha')
    expect(sent).not.toHaveBeenCalled()

    await complete()
    await expect.element(reason).not.toBeInTheDocument()
    await apply()
    await expect.poll(() => sent.mock.calls).toEqual([[{ fullName: 'Asha', itrVerification: jobId }]])
  })

  it('a job that was completed before the form came needs no wait', async () => {
    const { jobId, complete, Page } = startVerification()
    const { rerender } = await render(<Page>{formOf(jobId)}</Page>, { wrapper: StrictMode })
    await complete()
    await completed()
    await rerender(<Page>another page</Page>)
    await rerender(<Page>{formOf(jobId)}</Page>)
    await fullName.fill('Asha')
    await apply()
    await expect.poll(() => sent.mock.calls).toEqual([[{ fullName: 'Asha', itrVerification: jobId }]])
  })

  it('the focus goes to the first field in the way, and in the widget to the button that asks again', async () => {
    const { Page } = startVerification()
    await render(<Page>{formOf('of nobody')}</Page>)
    const again = page.getByRole('button', { name: en.action.retry })
    await expect.element(again).toBeVisible()
    await apply()
    await expect.element(reason).toBeVisible()
    await expect.element(fullName).toHaveFocus()
    await fullName.fill('Asha')
    await apply()
    await expect.element(again).toHaveFocus()
    expect(sent).not.toHaveBeenCalled()
  })
})

const withoutAction = recipes.filter(([name]) => name !== 'a React action')

it.each(withoutAction)(
  'with %s clearing takes back what was typed and said, and not the job',
  async (_, formOf) => {
    const clear = () => page.getByRole('button', { name: 'Clear' }).click()
    const { jobId, complete, Page } = startVerification()
    await render(<Page>{formOf(jobId)}</Page>, { wrapper: StrictMode })
    await fullName.fill('Asha')
    await apply()
    await expect.element(reason).toBeVisible()
    await clear()
    await expect.element(reason).not.toBeInTheDocument()
    await expect.element(fullName).toHaveValue('')
    await apply()
    await expect.element(reason).toBeVisible()

    await complete()
    await completed()
    await clear()
    await fullName.fill('Ravi')
    await apply()
    await expect.poll(() => sent.mock.calls).toEqual([[{ fullName: 'Ravi', itrVerification: jobId }]])
  },
)

it.each(withoutAction)(
  'with %s a press before the scripts run puts nothing into the address',
  async (_, formOf) => {
    const { jobId, Page } = startVerification()
    const { container } = await render(<Page>{formOf(jobId)}</Page>)
    expect(container.querySelector('form')!.method).toBe('post')
  },
)
