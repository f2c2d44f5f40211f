import 'itr-progress/styles.css'
import { en } from 'itr-progress/locales/en'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { ActionForm, type FormState } from '../../../docs/recipes/forms/ActionForm.tsx'
import { startItrJob } from './startItrJob.tsx'

const fullName = page.getByLabelText('Full name')
const button = page.getByRole('button')
const field = () => document.querySelector<HTMLInputElement>('[name="itrVerification"]')!

describe('ActionForm', () => {
  it('keeps the value through the reset that React does after each response', async () => {
    const sent: Record<string, FormDataEntryValue>[] = []
    let answer: (answer: FormState) => void = () => {}
    const submit = (_: FormState, application: FormData) => {
      sent.push(Object.fromEntries(application))
      return new Promise<FormState>((resolve) => (answer = resolve))
    }
    const { jobId, complete, Page } = startItrJob()
    await render(
      <Page>
        <ActionForm jobId={jobId} submit={submit} />
      </Page>,
      { wrapper: StrictMode },
    )
    const reset = vi.fn()
    document.querySelector('form')!.addEventListener('reset', reset)

    await fullName.fill('Asha')
    await complete()
    await expect.element(page.getByRole('heading')).toHaveTextContent(en.heading.completed)

    await button.click()
    await expect.element(button).toHaveTextContent('Sending…')
    await expect.element(button).toBeDisabled()
    answer({ error: 'Try again, says the server.', fullName: 'Asha' })
    await expect.element(page.getByRole('alert')).toHaveTextContent('Try again, says the server.')
    expect(reset).toHaveBeenCalledTimes(1)
    await expect.element(fullName).toHaveValue('Asha')
    expect(field().value).toBe(jobId)

    await button.click()
    await expect.element(button).toBeDisabled()
    answer({})
    await expect.element(fullName).toHaveValue('')
    expect(reset).toHaveBeenCalledTimes(2)
    expect(field().value).toBe(jobId)
    expect(field().validity.valid).toBe(true)

    await fullName.fill('Ravi')
    await button.click()
    await expect.poll(() => sent).toHaveLength(3)
    answer({})
    expect(sent).toEqual([
      { fullName: 'Asha', itrVerification: jobId },
      { fullName: 'Asha', itrVerification: jobId },
      { fullName: 'Ravi', itrVerification: jobId },
    ])
  })
})
