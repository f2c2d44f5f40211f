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
import { startItrJob } from './startItrJob.tsx'

const onSubmit = vi.fn<(application: object) => void>()
const submitData = (application: FormData) => onSubmit(Object.fromEntries(application))
const submitted = () => onSubmit.mock.calls.map(([application]) => application)

beforeEach(() => {
  onSubmit.mockReset()
})

const recipes: Record<string, (jobId: string) => ReactElement> = {
  NativeForm: (jobId) => <NativeForm jobId={jobId} onSubmit={submitData} />,
  HookFormRegister: (jobId) => <HookFormRegister jobId={jobId} onSubmit={onSubmit} />,
  HookFormController: (jobId) => <HookFormController jobId={jobId} onSubmit={onSubmit} />,
  HookFormSchema: (jobId) => <HookFormSchema jobId={jobId} onSubmit={onSubmit} />,
  TanStackForm: (jobId) => <TanStackForm jobId={jobId} onSubmit={onSubmit} />,
  ActionForm: (jobId) => <ActionForm jobId={jobId} submit={async (_, data) => (submitData(data), {})} />,
}

const fullName = page.getByLabelText('Full name')
const heading = page.getByRole('heading')
const reason = page.getByText(en.required)
const press = (name: string) => page.getByRole('button', { name }).click()

describe.each(Object.keys(recipes))('the recipe %s', (name) => {
  const form = recipes[name]!
  // React resets the form of an action itself.
  const hasClearButton = name !== 'ActionForm'

  it('blocks with a reason and keeps the text, then submits the job, through clearing and a remount', async () => {
    const { jobId, complete, Page } = startItrJob()
    const { container, rerender } = await render(<Page>{form(jobId)}</Page>, { wrapper: StrictMode })
    // A submit before the scripts run must not put the values into the URL.
    if (hasClearButton) expect(container.querySelector('form')!.method).toBe('post')
    await fullName.fill('Asha')
    await press('Apply')
    await expect.element(reason).toBeVisible()
    await expect.element(heading).toHaveFocus()
    // A second time, since form libraries treat the first submit differently.
    await fullName.click()
    await userEvent.keyboard('{Enter}')
    await expect.element(heading).toHaveFocus()
    expect(reason.elements()).toHaveLength(1)
    await expect.element(fullName).toHaveValue('Asha')
    if (hasClearButton) {
      await press('Clear')
      await expect.element(reason).not.toBeInTheDocument()
      await expect.element(fullName).toHaveValue('')
      await press('Apply')
      await expect.element(reason).toBeVisible()
    }
    expect(onSubmit).not.toHaveBeenCalled()

    await complete()
    await expect.element(heading).toHaveTextContent(en.heading.completed)
    await expect.element(reason).not.toBeInTheDocument()
    if (hasClearButton) await press('Clear')
    await fullName.fill('Ravi')
    await press('Apply')
    await expect.poll(submitted).toEqual([{ fullName: 'Ravi', itrVerification: jobId }])

    await rerender(<Page>another page</Page>)
    await rerender(<Page>{form(jobId)}</Page>)
    await fullName.fill('Devi')
    await press('Apply')
    await expect.poll(submitted).toHaveLength(2)
    expect(submitted()[1]).toEqual({ fullName: 'Devi', itrVerification: jobId })
  })

  it('focuses the first invalid field, and in the widget the retry button', async () => {
    const { Page } = startItrJob()
    await render(<Page>{form('unknown job')}</Page>)
    const retry = page.getByRole('button', { name: en.action.retry })
    await expect.element(retry).toBeVisible()
    await press('Apply')
    await expect.element(reason).toBeVisible()
    await expect.element(fullName).toHaveFocus()
    await fullName.fill('Asha')
    await press('Apply')
    await expect.element(retry).toHaveFocus()
    expect(onSubmit).not.toHaveBeenCalled()
  })
})
