import { expect, waitFor } from 'storybook/test'
import preview from '../../../.storybook/preview.ts'
import { AnatomyFigure } from './AnatomyFigure.tsx'

const meta = preview.meta({
  title: 'Guide/Anatomy',
  component: AnatomyFigure,
  // The page that describes it is written by hand.
  tags: ['!autodocs'],
})

/** The names of the frames that are drawn. */
const names = (canvasElement: HTMLElement) =>
  [...canvasElement.querySelectorAll('.frame')].map((frame) => frame.textContent)

export const WhileWaiting = meta.story({
  name: 'The parts while the person waits',
  args: { phase: 'processing' },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(names(canvasElement)).toEqual(['root', 'heading', 'bar', 'message', 'steps', 'step']),
    )
  },
})

export const WhenItFailed = meta.story({
  name: 'The parts when it failed',
  args: { phase: 'failed' },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(names(canvasElement)).toEqual(expect.arrayContaining(['actions', 'restart', 'alternative'])),
    )
  },
})
