import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { partIn, untilPhase } from '../partIn.ts'
import { FocusAfterPress } from './FocusAfterPress.tsx'

const meta = preview.meta({
  title: 'Features/Focus',
  component: FocusAfterPress,
  parameters: {
    docs: {
      description: {
        component: 'The focus moves only if the focused button disappears. Then it moves to the heading.',
      },
    },
  },
})

export const AfterCheckAgain = meta.story({
  name: 'Focus on the heading after "Check again"',
  args: { before: 'timed-out', after: 'processing' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    partIn(canvasElement, 'retry').focus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('heading')).toHaveFocus()
  },
})

export const AfterStartAgain = meta.story({
  name: 'Focus on the heading after "Start again"',
  args: { before: 'failed', after: 'connecting' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    partIn(canvasElement, 'restart').focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('heading')).toHaveFocus()
  },
})

export const FocusElsewhere = meta.story({
  name: 'Focus in another field stays there',
  args: { before: 'processing', after: 'failed' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Loan amount' })
    await userEvent.type(field, '50000')
    await untilPhase(canvasElement, 'failed')
    await expect(field).toHaveFocus()
  },
})
