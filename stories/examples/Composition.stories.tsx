import type { ReactNode } from 'react'
import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressAlternative,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressRetry,
  ItrProgressSteps,
} from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'
import { HostButton } from './HostButton.tsx'
import { StepCount } from './StepCount.tsx'

const meta = preview.meta({
  title: 'Examples/Composition',
  parameters: {
    docs: {
      description: {
        component:
          'The usual layout is nothing but the parts. A host may put them in its own order, leave some out, and add its own.',
      },
    },
  },
  component: ItrProgress,
  args: { steps: usualPlan, onAlternative: fn(), onRestart: fn() },
})

export const OneLine = meta.story({
  name: 'A line and a bar, for a place with little room',
  args: { result: itrResult('processing') },
  render: (args) => (
    <ItrProgress {...args}>
      <ItrProgressHeading style={{ fontSize: '1em' }} />
      <ItrProgressBar />
      <ItrProgressActions />
      <ItrProgressAnnouncer />
    </ItrProgress>
  ),
})

export const StepsFirst = meta.story({
  name: 'Steps first, and a count of the host beside the heading',
  args: { result: itrResult('processing') },
  render: (args) => (
    <ItrProgress {...args}>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
        <ItrProgressHeading />
        <StepCount />
      </div>
      <ItrProgressSteps />
      <ItrProgressMessage />
      <ItrProgressActions />
      <ItrProgressAnnouncer />
    </ItrProgress>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('3 of 5')).toBeVisible()
  },
})

export const HostButtons = meta.story({
  name: "A design system's own buttons in the places of ours",
  args: { result: itrResult('timed-out') },
  render: (args) => (
    <ItrProgress {...args}>
      <ItrProgressHeading />
      <ItrProgressMessage />
      <ItrProgressActions>
        <ItrProgressRetry render={<HostButton look="solid" />} />
        <ItrProgressAlternative render={<HostButton look="plain" />} />
      </ItrProgressActions>
      <ItrProgressAnnouncer />
    </ItrProgress>
  ),
  play: async ({ args, canvasElement, userEvent }) => {
    await userEvent.click(partIn(canvasElement, 'alternative'))
    await expect(args.onAlternative).toHaveBeenCalledOnce()
  },
})

export const OtherHeadingLevel = meta.story({
  name: 'Another level of heading, to fit the outline of the page',
  args: { result: itrResult('processing') },
  render: (args) => (
    <ItrProgress {...args}>
      <ItrProgressHeading render={({ children, ...props }) => <h3 {...props}>{children as ReactNode}</h3>} />
      <ItrProgressBar />
      <ItrProgressMessage />
      <ItrProgressSteps />
      <ItrProgressAnnouncer />
    </ItrProgress>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 3 })).toBeVisible()
  },
})
