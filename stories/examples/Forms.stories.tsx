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
          'A form that waits for the verification. “Apply” is held back until it is completed, which takes some seconds here. ' +
          'Each is a recipe of docs/forms.md.',
      },
    },
  },
})

const toObject = (application: FormData) => Object.fromEntries(application)

/** What the widget itself says, in the toolbar's language; a library says what its recipe gives it, in English. */
const widgetSays = ({ globals }: StoryContext) => dictionaryOf(String(globals.locale)).required
const librarySays = () => en.required

/** A press too early: nothing is sent, the reason is there, the focus is where the person can go on, the name is kept. */
const isHeldBack = (reasonIn: (context: StoryContext) => string) => async (context: StoryContext) => {
  const { canvas, canvasElement, userEvent } = context
  const fullName = canvas.getByLabelText('Full name')
  await userEvent.type(fullName, 'Asha')
  await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
  await expect(await canvas.findByText(reasonIn(context))).toBeVisible()
  await waitFor(() => expect(partIn(canvasElement, 'heading')).toHaveFocus())
  await expect(fullName).toHaveValue('Asha')
  await expect(canvas.getByRole('status', { name: 'Sent' })).toBeEmptyDOMElement()
}

export const Native = meta.story({
  name: 'A native form',
  args: {
    form: (jobId, send) => (
      <NativeForm jobId={jobId} onSubmit={(application) => send(toObject(application))} />
    ),
  },
  play: isHeldBack(widgetSays),
})

export const Register = meta.story({
  name: 'react-hook-form, register',
  args: { form: (jobId, send) => <HookFormRegister jobId={jobId} onSubmit={send} /> },
  play: isHeldBack(librarySays),
})

export const WithController = meta.story({
  name: 'react-hook-form, Controller',
  args: { form: (jobId, send) => <HookFormController jobId={jobId} onSubmit={send} /> },
  play: isHeldBack(librarySays),
})

export const Schema = meta.story({
  name: 'react-hook-form, a schema',
  args: { form: (jobId, send) => <HookFormSchema jobId={jobId} onSubmit={send} /> },
  play: isHeldBack(librarySays),
})

export const TanStack = meta.story({
  name: 'TanStack Form',
  args: { form: (jobId, send) => <TanStackForm jobId={jobId} onSubmit={send} /> },
  play: isHeldBack(librarySays),
})

export const Action = meta.story({
  name: 'A React 19 action',
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
  play: isHeldBack(widgetSays),
})

/** By its `form` the widget is a field of a form that it does not stand in. */
export const Elsewhere = meta.story({
  name: 'With the form elsewhere',
  args: {
    form: (jobId, send) => (
      <>
        <ItrProgress jobId={jobId} form="loan" name="itrVerification" required />
        <form
          id="loan"
          method="post"
          onSubmit={(event) => {
            event.preventDefault()
            send(toObject(new FormData(event.currentTarget)))
          }}
        >
          <label>
            Full name <input name="fullName" required />
          </label>
          <button>Apply</button>
        </form>
      </>
    ),
  },
  play: isHeldBack(widgetSays),
})

/** As any field there it is neither asked for nor sent. */
export const DisabledFieldset = meta.story({
  name: 'In a disabled fieldset',
  args: {
    form: (jobId, send) => (
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          send(toObject(new FormData(event.currentTarget)))
        }}
      >
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

/** The widget says why, and the focus goes to where the person can go on: here to the heading. */
export const Blocked = meta.story({
  name: 'Sent too early',
  args: { ...Native.input.args, scenario: 'stuck' },
  play: isHeldBack(widgetSays),
})

/** Both are waited for; each says so itself. */
export const TwoInOne = meta.story({
  name: 'Two in one form',
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
    await expect(await canvas.findAllByText(widgetSays(context))).toHaveLength(1)
    await waitFor(() => expect(partIn(canvasElement, 'retry')).toHaveFocus())
  },
})
