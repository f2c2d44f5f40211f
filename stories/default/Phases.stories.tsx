import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { ResultWidget } from '../ResultWidget.ts'
import { partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'

const reportHref = 'https://reports.example/itr.pdf'

const meta = preview.meta({
  title: 'Default/Phases',
  parameters: {
    docs: {
      description: {
        component: 'One story for each phase of a job, drawn from `itrResult`: no timers, no network.',
      },
    },
  },
  component: ResultWidget,
  args: { onRetry: fn(), onRestart: fn(), onAlternative: fn() },
})

export const AllPhases = meta.story({
  name: 'All phases at a glance',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery>
      <Picture caption="idle: there is no job yet">
        <ResultWidget {...args} result={itrResult('idle')} />
      </Picture>
      <Picture caption="connecting: no answer yet">
        <ResultWidget {...args} result={itrResult('connecting')} />
      </Picture>
      <Picture caption="initiated: the portal login is under way">
        <ResultWidget {...args} result={itrResult('initiated')} />
      </Picture>
      <Picture caption="processing">
        <ResultWidget {...args} result={itrResult('processing')} />
      </Picture>
      <Picture caption="processing, the plan known">
        <ResultWidget {...args} result={itrResult('processing')} steps={usualPlan} />
      </Picture>
      <Picture caption="processing, delayed: past 90 seconds">
        <ResultWidget {...args} result={itrResult('processing', { isDelayed: true })} />
      </Picture>
      <Picture caption="completed">
        <ResultWidget {...args} result={itrResult('completed')} steps={usualPlan} reportHref={reportHref} />
      </Picture>
      <Picture caption="failed: the verification said no">
        <ResultWidget {...args} result={itrResult('failed')} />
      </Picture>
      <Picture caption="timed-out: no verdict in time">
        <ResultWidget {...args} result={itrResult('timed-out')} />
      </Picture>
      <Picture caption="error: we could not ask">
        <ResultWidget {...args} result={itrResult('error')} />
      </Picture>
    </Gallery>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('group')).toHaveLength(10)
  },
})

export const Idle = meta.story({ name: 'Idle: there is no job yet', args: { result: itrResult('idle') } })

export const Connecting = meta.story({
  name: 'Connecting: no answer yet',
  args: { result: itrResult('connecting') },
})

export const Initiated = meta.story({
  name: 'Initiated: signing in at the portal',
  args: { result: itrResult('initiated') },
})

export const Processing = meta.story({
  name: 'Processing: reading the returns',
  args: { result: itrResult('processing') },
})

export const Completed = meta.story({
  name: 'Completed',
  args: { result: itrResult('completed') },
  play: async ({ canvas }) => {
    // Done is done: nothing is left to press.
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const CompletedWithReport = meta.story({
  name: 'Completed, with a report to open',
  args: { result: itrResult('completed'), steps: usualPlan, reportHref },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link')).toHaveAttribute('href', reportHref)
  },
})

export const Failed = meta.story({
  name: 'Failed: the verification said no',
  args: { result: itrResult('failed') },
})

export const TimedOut = meta.story({
  name: 'Timed out: no verdict in time, nothing is lost',
  args: { result: itrResult('timed-out') },
  play: async ({ args, canvasElement, userEvent }) => {
    await userEvent.click(partIn(canvasElement, 'retry'))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})

export const CouldNotAsk = meta.story({
  name: 'Error: we could not ask',
  args: { result: itrResult('error') },
})
