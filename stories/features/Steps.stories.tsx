import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { PlanArrives } from './PlanArrives.tsx'
import { longPlan, usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Steps',
  component: ItrProgress,
  parameters: {
    docs: {
      description: {
        component:
          'Which steps are shown, and what the bar may say. Only a plan makes the total known; without one no number is given.',
      },
    },
  },
})

/** The job as it is when so many steps of the usual plan are done. */
const afterSteps = (done: number) =>
  itrResult('processing', { stepsCompleted: usualPlan.slice(0, done), currentStep: usualPlan[done]! })

export const UnknownPlan = meta.story({
  name: 'Without a plan: the bar is busy, and names no number',
  args: { result: afterSteps(2) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3)
  },
})

export const KnownPlan = meta.story({
  name: 'With a plan: a segment for each step',
  args: { result: afterSteps(2), steps: usualPlan },
  play: async ({ canvas }) => {
    const bar = canvas.getByRole('progressbar')
    await expect(bar).toHaveAttribute('aria-valuenow', '2')
    await expect(bar).toHaveAttribute('aria-valuemax', '5')
  },
})

export const PlanBecomesKnown = meta.story({
  name: 'The plan becomes known while the job runs',
  render: () => <PlanArrives result={afterSteps(2)} plan={usualPlan} />,
})

export const PlanArriving = meta.story({
  name: 'Once the plan is known, the bar counts',
  // It would leave the page changed for a person who looks on.
  tags: ['!dev', '!autodocs'],
  render: () => <PlanArrives result={afterSteps(2)} plan={usualPlan} />,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
    await userEvent.click(canvas.getByRole('button'))
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2')
  },
})

export const FirstStep = meta.story({
  name: 'In the first step',
  args: { result: itrResult('initiated'), steps: usualPlan },
})

export const MiddleStep = meta.story({
  name: 'In the middle',
  args: { result: afterSteps(2), steps: usualPlan },
})

export const LastStep = meta.story({
  name: 'In the last step',
  args: { result: afterSteps(4), steps: usualPlan },
})

export const FailedStep = meta.story({
  name: 'A step failed',
  args: { result: itrResult('failed', { failure: 'no_itr_found' }), steps: usualPlan },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-step-state="failed"]')).toHaveTextContent('Failed')
  },
})

export const UnplannedStep = meta.story({
  name: 'A step that nobody planned comes after the plan, named from its id',
  args: {
    result: itrResult('processing', {
      stepsCompleted: usualPlan.slice(0, 3),
      currentStep: 'verify_pan_aadhaar_link',
    }),
    steps: usualPlan,
  },
  play: async ({ canvas }) => {
    const items = canvas.getAllByRole('listitem')
    await expect(items.at(-1)).toHaveTextContent('Verify pan aadhaar link')
  },
})

export const TwelveSteps = meta.story({
  name: 'Twelve steps',
  args: {
    result: itrResult('processing', {
      stepsCompleted: [
        'create_client',
        'check_credentials',
        'generate_2fa',
        'submit_otp',
        'download_profile',
      ],
      currentStep: 'download_itr',
    }),
    steps: longPlan,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(12)
  },
})

export const OwnLabels = meta.story({
  name: "The host's own names for the steps",
  args: {
    result: afterSteps(1),
    steps: [
      { id: 'create_client', label: 'Sign in' },
      { id: 'download_profile', label: 'Who you are' },
      { id: 'download_itr', label: 'What you earned' },
    ],
  },
})
