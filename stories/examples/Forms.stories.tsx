import type { FormEvent } from 'react'
import type { StoryContext } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ActionForm } from '../../docs/recipes/forms/ActionForm.tsx'
import { HookFormController } from '../../docs/recipes/forms/HookFormController.tsx'
import { HookFormRegister } from '../../docs/recipes/forms/HookFormRegister.tsx'
import { HookFormSchema } from '../../docs/recipes/forms/HookFormSchema.tsx'
import { NativeForm } from '../../docs/recipes/forms/NativeForm.tsx'
import { TanStackForm } from '../../docs/recipes/forms/TanStackForm.tsx'
import { ItrProgress } from '../../src/index.ts'
import { en } from '../../src/locales/en.ts'
import { itrResult } from '../../src/testing/index.ts'
import { dictionaryOf } from '../languages.ts'
import { partIn } from '../partIn.ts'
import { SimulatedApplication } from './SimulatedApplication.tsx'

const meta = preview.meta({
  title: 'Examples/Forms',
  component: SimulatedApplication,
  parameters: {
    docs: {
      description: {
        component:
          'Forms that wait for the returns. They block an early submit until the job is completed, which takes a few seconds here. ' +
          'docs/forms.md has the code.',
      },
    },
  },
})

const toObject = (application: FormData) => Object.fromEntries(application)

/** Sends the fields of a native form. */
const sendOnSubmit = (send: (application: object) => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  send(toObject(new FormData(event.currentTarget)))
}

/** The widget's message in the toolbar's language. A form library has the message of its recipe, in English. */
const widgetMessage = ({ globals }: StoryContext) => dictionaryOf(String(globals.locale)).required
const libraryMessage = () => en.required

/** Submits too early: the form sends nothing, shows the reason, moves the focus to the widget, and keeps the name. */
const blocksEarlySubmit =
  (getMessage: (context: StoryContext) => string) => async (context: StoryContext) => {
    const { canvas, canvasElement, userEvent } = context
    const fullName = canvas.getByLabelText('Full name')
    await userEvent.type(fullName, 'Asha')
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    await expect(await canvas.findByText(getMessage(context))).toBeVisible()
    await waitFor(() => expect(partIn(canvasElement, 'heading')).toHaveFocus())
    await expect(fullName).toHaveValue('Asha')
    await expect(canvas.getByRole('status', { name: 'Sent' })).toBeEmptyDOMElement()
  }

export const Native = meta.story({
  name: 'Native form',
  args: {
    form: (jobId, send) => (
      <NativeForm jobId={jobId} onSubmit={(application) => send(toObject(application))} />
    ),
  },
  play: blocksEarlySubmit(widgetMessage),
})

export const Register = meta.story({
  name: 'react-hook-form, register',
  args: { form: (jobId, send) => <HookFormRegister jobId={jobId} onSubmit={send} /> },
  play: blocksEarlySubmit(libraryMessage),
})

export const WithController = meta.story({
  name: 'react-hook-form, Controller',
  args: { form: (jobId, send) => <HookFormController jobId={jobId} onSubmit={send} /> },
  play: blocksEarlySubmit(libraryMessage),
})

export const Schema = meta.story({
  name: 'react-hook-form, schema',
  args: { form: (jobId, send) => <HookFormSchema jobId={jobId} onSubmit={send} /> },
  play: blocksEarlySubmit(libraryMessage),
})

export const TanStack = meta.story({
  name: 'TanStack Form',
  args: { form: (jobId, send) => <TanStackForm jobId={jobId} onSubmit={send} /> },
  play: blocksEarlySubmit(libraryMessage),
})

export const Action = meta.story({
  name: 'React 19 action',
  args: {
    form: (jobId, send) => (
      <ActionForm
        jobId={jobId}
        submit={async (_, application) => {
          send(toObject(application))
          return {}
        }}
      />
    ),
  },
  play: blocksEarlySubmit(widgetMessage),
})

/** `form` makes the widget a field of a form that it is not in. */
export const Elsewhere = meta.story({
  name: 'Widget outside its form',
  args: {
    form: (jobId, send) => (
      <>
        <ItrProgress jobId={jobId} form="loan" name="itrVerification" required />
        <form id="loan" method="post" onSubmit={sendOnSubmit(send)}>
          <label>
            Full name <input name="fullName" required />
          </label>
          <button>Apply</button>
        </form>
      </>
    ),
  },
  play: blocksEarlySubmit(widgetMessage),
})

/** Like any field in a disabled fieldset, the widget does not block the form and sends nothing. */
export const DisabledFieldset = meta.story({
  name: 'Disabled fieldset',
  args: {
    form: (jobId, send) => (
      <form method="post" onSubmit={sendOnSubmit(send)}>
        <label>
          Full name <input name="fullName" required />
        </label>
        <fieldset disabled>
          <legend>Only for loans above ₹5,00,000</legend>
          <ItrProgress jobId={jobId} name="itrVerification" required />
        </fieldset>
        <button>Apply</button>
      </form>
    ),
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Full name'), 'Asha')
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    await expect(await canvas.findByText('Sent: fullName.')).toBeVisible()
    await expect(partIn(canvasElement, 'root')).not.toHaveAttribute('data-invalid')
  },
})

/** Press "Apply". The message is neutral, because nothing has failed. The focus moves to the heading. */
export const EarlySubmitWhileLive = meta.story({
  name: 'Early submit while the job runs: neutral',
  args: { ...Native.input.args, scenario: 'stuck' },
  play: async (context) => {
    await blocksEarlySubmit(widgetMessage)(context)
    const { color } = getComputedStyle(context.canvas.getByText(widgetMessage(context)))
    await expect(color).toBe(getComputedStyle(partIn(context.canvasElement, 'heading')).color)
  },
})

/** Press "Apply". The message is red, because the person must act first. The focus moves to the heading. */
export const EarlySubmitAfterFailure = meta.story({
  name: 'Early submit after a failure: red',
  args: {
    form: () => (
      <form method="post" onSubmit={(event) => event.preventDefault()}>
        <ItrProgress
          result={itrResult('failed', { failure: 'no_itr_found' })}
          onAlternative={() => {}}
          name="itr"
          required
        />
        <button>Apply</button>
      </form>
    ),
  },
  play: async (context) => {
    const { canvas, userEvent } = context
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    const { color } = getComputedStyle(await canvas.findByText(widgetMessage(context)))
    // The dark red of a light page, or the light red of a dark one.
    await expect(['rgb(179, 38, 30)', 'rgb(245, 161, 153)']).toContain(color)
  },
})

/** The form waits for both. */
export const TwoInOne = meta.story({
  name: 'Two widgets in one form',
  args: {
    form: () => (
      <form onSubmit={(event) => event.preventDefault()}>
        <ItrProgress result={itrResult('completed', { jobId: 'asha' })} name="applicant" required />
        <ItrProgress result={itrResult('timed-out', { jobId: 'ravi' })} name="coApplicant" required />
        <button>Apply</button>
      </form>
    ),
  },
  play: async (context) => {
    const { canvas, canvasElement, userEvent } = context
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    await expect(await canvas.findAllByText(widgetMessage(context))).toHaveLength(1)
    await waitFor(() => expect(partIn(canvasElement, 'retry')).toHaveFocus())
  },
})
