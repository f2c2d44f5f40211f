import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { CompactStrip } from '../../docs/recipes/compositions/CompactStrip.tsx'
import { NotifyButton } from '../../docs/recipes/compositions/NotifyButton.tsx'
import { StepDetails } from '../../docs/recipes/compositions/StepDetails.tsx'
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
import { dictionaryOf } from '../languages.ts'
import { partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'
import { HostButton } from './HostButton.tsx'
import { StepCount } from './StepCount.tsx'
import { StopsWaiting } from './StopsWaiting.tsx'
import './host.css'

const meta = preview.meta({
  title: 'Examples/Composition',
  parameters: {
    docs: {
      description: {
        component:
          'The children of the widget replace its usual layout. The code of the first four is in docs/compositions.md.',
      },
    },
  },
  component: ItrProgress,
  args: { steps: usualPlan, onAlternative: fn(), onRestart: fn() },
})

/** The host stops polling. The job goes on at the ITR Analyzer. */
export const WithCancelLink = meta.story({
  name: 'Cancel link',
  args: { result: itrResult('processing') },
  render: (args) => <StopsWaiting {...args} />,
})

export const AfterCancel = meta.story({
  ...WithCancelLink.input,
  name: 'Cancel link: polling stops after a press',
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, globals, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Stop waiting' }))
    const { body } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).toHaveTextContent(body.paused)
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

/** The backend of the host sends a message when the job ends, so the person may close the page. */
export const WithNotifyButton = meta.story({
  name: 'Button "Tell me when it is done"',
  args: { result: itrResult('processing', { isDelayed: true }) },
  render: (args) => <NotifyButton {...args} onNotify={async () => {}} />,
})

export const AfterNotify = meta.story({
  ...WithNotifyButton.input,
  name: 'Button "Tell me when it is done": confirms a press and keeps the focus',
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Tell me when it is done' })
    await userEvent.click(button)
    await expect(await canvas.findByText(/We will send you an SMS/)).toBeVisible()
    await expect(button).toHaveFocus()
  },
})

export const Strip = meta.story({
  name: 'Compact strip: one line of text while the job runs on time',
  args: { result: itrResult('processing') },
  render: (args) => <CompactStrip {...args} />,
  play: async ({ canvasElement }) => {
    const root = partIn(canvasElement, 'root')
    if (root.offsetWidth < 640) return
    await expect(root.offsetHeight).toBeLessThan(72)
  },
})

export const StripInOtherPhases = meta.story({
  name: 'Compact strip: delayed, completed, failed',
  args: { result: itrResult('completed') },
  render: ({ steps, onAlternative, result }) => (
    <div className="form">
      {[itrResult('processing', { isDelayed: true }), result!, itrResult('failed')].map((shown) => (
        <CompactStrip key={shown.phase} result={shown} steps={steps} onAlternative={onAlternative} />
      ))}
    </div>
  ),
})

export const StepsWithDetails = meta.story({
  name: 'Steps with an icon, a time and a link',
  args: { result: itrResult('processing') },
  render: (args) => <StepDetails {...args} />,
  play: async ({ canvas }) => {
    const [first] = canvas.getAllByRole('listitem')
    await expect(first).toHaveAttribute('data-step-state', 'completed')
    await expect(first).toHaveTextContent('about 5 s')
    await expect(canvas.getAllByRole('link')).toHaveLength(3)
  },
})

export const StepsFirst = meta.story({
  name: 'Steps first, with a count of the host beside the heading',
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
  name: 'Buttons of a design system',
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
  name: 'Heading of another level, to fit the page',
  args: { result: itrResult('processing') },
  render: (args) => (
    <ItrProgress {...args}>
      <ItrProgressHeading render={({ children, ...props }) => <h3 {...props}>{children}</h3>} />
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
