import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import type { ItrJobStatusResult, ItrProgressBaseProps } from '../../src/index.ts'
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

const pictures: [caption: string, ItrJobStatusResult, props?: ItrProgressBaseProps][] = [
  ['idle: there is no job yet', itrResult('idle')],
  ['connecting: no response yet', itrResult('connecting')],
  ['initiated: login on the e-filing portal', itrResult('initiated')],
  ['processing', itrResult('processing')],
  ['processing, with a plan', itrResult('processing'), { steps: usualPlan }],
  ['processing, delayed: after 90 seconds', itrResult('processing', { isDelayed: true })],
  ['completed', itrResult('completed'), { steps: usualPlan, reportHref }],
  ['failed: the returns could not be fetched', itrResult('failed')],
  ['timed-out: the job did not end in time', itrResult('timed-out')],
  ['error: the status could not be checked', itrResult('error')],
]

export const AllPhases = meta.story({
  name: 'All phases',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery>
      {pictures.map(([caption, result, props]) => (
        <Picture key={caption} caption={caption}>
          <ResultWidget {...args} {...props} result={result} />
        </Picture>
      ))}
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
