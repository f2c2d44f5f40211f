import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ActionForm } from '../../docs/recipes/forms/ActionForm.tsx'
import { HookFormController } from '../../docs/recipes/forms/HookFormController.tsx'
import { HookFormRegister } from '../../docs/recipes/forms/HookFormRegister.tsx'
import { HookFormSchema } from '../../docs/recipes/forms/HookFormSchema.tsx'
import { NativeForm } from '../../docs/recipes/forms/NativeForm.tsx'
import { TanStackForm } from '../../docs/recipes/forms/TanStackForm.tsx'
import { ItrProgress } from '../../src/index.ts'
import { itrState } from '../../src/testing/index.ts'
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

export const Native = meta.story({
  name: 'A native form',
  args: {
    form: (jobId, send) => (
      <NativeForm jobId={jobId} onSubmit={(application) => send(toObject(application))} />
    ),
  },
})

export const Register = meta.story({
  name: 'react-hook-form, register',
  args: { form: (jobId, send) => <HookFormRegister jobId={jobId} onSubmit={send} /> },
})

export const WithController = meta.story({
  name: 'react-hook-form, Controller',
  args: { form: (jobId, send) => <HookFormController jobId={jobId} onSubmit={send} /> },
})

export const Schema = meta.story({
  name: 'react-hook-form, a schema',
  args: { form: (jobId, send) => <HookFormSchema jobId={jobId} onSubmit={send} /> },
})

export const TanStack = meta.story({
  name: 'TanStack Form',
  args: { form: (jobId, send) => <TanStackForm jobId={jobId} onSubmit={send} /> },
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
})

/** The widget says why, and the focus goes to where the person can go on: here to the heading. */
export const Blocked = meta.story({
  name: 'Sent too early',
  args: { ...Native.input.args, scenario: 'stuck' },
  play: async ({ canvas, canvasElement, userEvent, globals }) => {
    await userEvent.type(canvas.getByLabelText('Full name'), 'Asha')
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    const { required } = dictionaryOf(String(globals.locale))
    await expect(await canvas.findByText(required)).toBeVisible()
    await waitFor(() => expect(partIn(canvasElement, 'heading')).toHaveFocus())
    await expect(canvas.getByLabelText('Full name')).toHaveValue('Asha')
  },
})

/** Both are waited for; each says so itself. */
export const TwoInOne = meta.story({
  name: 'Two in one form',
  args: {
    form: () => (
      <form onSubmit={(event) => event.preventDefault()}>
        <ItrProgress itr={itrState('completed', { jobId: 'asha' })} name="applicant" required />
        <ItrProgress itr={itrState('timed-out', { jobId: 'ravi' })} name="coApplicant" required />
        <button>Apply</button>
      </form>
    ),
  },
  play: async ({ canvas, canvasElement, userEvent, globals }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    const { required } = dictionaryOf(String(globals.locale))
    await expect(await canvas.findAllByText(required)).toHaveLength(1)
    await waitFor(() => expect(partIn(canvasElement, 'retry')).toHaveFocus())
  },
})
