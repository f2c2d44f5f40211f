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
          'The steps in the list and the bar. The total is known only with a plan. Without one, the bar shows no number.',
      },
    },
  },
})

/** Returns a job that has completed a number of steps of the usual plan. */
const afterSteps = (done: number) =>
  itrResult('processing', { stepsCompleted: usualPlan.slice(0, done), currentStep: usualPlan[done]! })

export const UnknownPlan = meta.story({
  name: 'Without a plan: the bar shows no number',
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
  name: 'Plan that arrives while the job runs',
  render: () => <PlanArrives result={afterSteps(2)} plan={usualPlan} />,
})

export const PlanArriving = meta.story({
  ...PlanBecomesKnown.input,
  name: 'The bar counts once the plan has arrived',
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
    await userEvent.click(canvas.getByRole('button'))
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2')
  },
})

export const FirstStep = meta.story({
  name: 'First step',
  args: { result: itrResult('initiated'), steps: usualPlan },
})

export const LastStep = meta.story({
  name: 'Last step',
  args: { result: afterSteps(4), steps: usualPlan },
})

export const FailedStep = meta.story({
  name: 'Failed step',
  args: { result: itrResult('failed', { failure: 'no_itr_found' }), steps: usualPlan },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-step-state="failed"]')).toHaveTextContent('Failed')
  },
})

export const UnplannedStep = meta.story({
  name: 'Unplanned step: it follows the plan, and its label comes from its id',
  args: {
    result: itrResult('processing', {
      stepsCompleted: usualPlan.slice(0, 3),
      currentStep: 'check_aadhaar_link',
    }),
    steps: usualPlan,
  },
  play: async ({ canvas }) => {
    const items = canvas.getAllByRole('listitem')
    await expect(items.at(-1)).toHaveTextContent('Check aadhaar link')
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
  name: 'Labels of the host',
  args: {
    result: afterSteps(1),
    steps: [
      { id: 'create_client', label: 'Log in' },
      { id: 'download_profile', label: 'Who you are' },
      { id: 'download_itr', label: 'What you earned' },
    ],
  },
})
