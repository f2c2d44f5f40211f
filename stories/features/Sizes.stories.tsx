import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { longPlan, usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Sizes',
  parameters: {
    docs: {
      description: {
        component:
          'The layout depends on the width of the widget, not of the page. Nothing is cut off, and nothing scrolls sideways.',
      },
    },
  },
  component: ItrProgress,
  args: { result: itrResult('failed'), steps: usualPlan, onRestart: fn(), onAlternative: fn() },
  play: async ({ canvas }) => {
    const widget = canvas.getByRole('group')
    await expect(widget.scrollWidth).toBeLessThanOrEqual(widget.clientWidth)
  },
})

export const Narrowest = meta.story({ name: '240 px, a narrow column', globals: { width: '240px' } })

export const Phone = meta.story({ name: '320 px, a small phone', globals: { width: '320px' } })

export const Wide = meta.story({ name: 'Full width', globals: { width: '100%' } })

export const LargeText = meta.story({
  name: '200 % text at 320 px',
  globals: { width: '320px' },
  decorators: [
    (Story) => (
      <div style={{ fontSize: '200%' }}>
        <Story />
      </div>
    ),
  ],
})

export const LongWords = meta.story({
  name: 'Long words at 240 px',
  globals: { width: '240px' },
  args: {
    result: itrResult('processing', {
      stepsCompleted: ['create_client'],
      currentStep: 'download_annual_information_statement_and_taxpayer_information_summary',
    }),
    steps: undefined,
  },
})

export const TwelveStepsNarrow = meta.story({
  name: 'Twelve steps at 240 px',
  globals: { width: '240px' },
  args: {
    result: itrResult('processing', { stepsCompleted: ['create_client'], currentStep: 'check_credentials' }),
    steps: longPlan,
  },
})

export const MalayalamNarrow = meta.story({
  name: 'Malayalam, which has the longest words, at 320 px',
  globals: { width: '320px', locale: 'ml' },
})
