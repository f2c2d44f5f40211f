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
        component:
          'Focus never moves by itself, but for one case: the button that has it goes away. Then it goes to the heading.',
      },
    },
  },
})

export const AfterCheckAgain = meta.story({
  name: 'After "Check again" the focus is on the heading',
  args: { before: 'timed-out', after: 'processing' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    partIn(canvasElement, 'retry').focus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('heading')).toHaveFocus()
  },
})

export const AfterStartAgain = meta.story({
  name: 'After "Start again" too',
  args: { before: 'failed', after: 'connecting' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    partIn(canvasElement, 'restart').focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('heading')).toHaveFocus()
  },
})

export const ElsewhereItStays = meta.story({
  name: 'A person who types elsewhere is left alone',
  args: { before: 'processing', after: 'failed' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Loan amount' })
    await userEvent.type(field, '50000')
    await untilPhase(canvasElement, 'failed')
    await expect(field).toHaveFocus()
  },
})
