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
        component: 'One story for each phase of a job. `itrResult` makes the result: no timers, no network.',
      },
    },
  },
  component: ResultWidget,
  args: { onRetry: fn(), onRestart: fn(), onAlternative: fn() },
})

export const AllPhases = meta.story({
  name: 'All phases',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery>
      <Picture caption="idle: there is no job yet">
        <ResultWidget {...args} result={itrResult('idle')} />
      </Picture>
      <Picture caption="connecting: no response yet">
        <ResultWidget {...args} result={itrResult('connecting')} />
      </Picture>
      <Picture caption="initiated: login on the e-filing portal">
        <ResultWidget {...args} result={itrResult('initiated')} />
      </Picture>
      <Picture caption="processing">
        <ResultWidget {...args} result={itrResult('processing')} />
      </Picture>
      <Picture caption="processing, with a plan">
        <ResultWidget {...args} result={itrResult('processing')} steps={usualPlan} />
      </Picture>
      <Picture caption="processing, delayed: after 90 seconds">
        <ResultWidget {...args} result={itrResult('processing', { isDelayed: true })} />
      </Picture>
      <Picture caption="completed">
        <ResultWidget {...args} result={itrResult('completed')} steps={usualPlan} reportHref={reportHref} />
      </Picture>
      <Picture caption="failed: the returns could not be fetched">
        <ResultWidget {...args} result={itrResult('failed')} />
      </Picture>
      <Picture caption="timed-out: the job did not end in time">
        <ResultWidget {...args} result={itrResult('timed-out')} />
      </Picture>
      <Picture caption="error: the status could not be checked">
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
  name: 'Connecting: no response yet',
  args: { result: itrResult('connecting') },
})

export const Initiated = meta.story({
  name: 'Initiated: login on the e-filing portal',
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
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const CompletedWithReport = meta.story({
  name: 'Completed, with a link to the report',
  args: { result: itrResult('completed'), steps: usualPlan, reportHref },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link')).toHaveAttribute('href', reportHref)
  },
})

export const Failed = meta.story({
  name: 'Failed: the returns could not be fetched',
  args: { result: itrResult('failed') },
})

export const TimedOut = meta.story({
  name: 'Timed out: the job did not end in time',
  args: { result: itrResult('timed-out') },
  play: async ({ args, canvasElement, userEvent }) => {
    await userEvent.click(partIn(canvasElement, 'retry'))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})

export const CouldNotCheck = meta.story({
  name: 'Error: the status could not be checked',
  args: { result: itrResult('error') },
})
