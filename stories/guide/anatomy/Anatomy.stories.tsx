import { expect, waitFor } from 'storybook/test'
import preview from '../../../.storybook/preview.ts'
import { AnatomyFigure } from './AnatomyFigure.tsx'

const meta = preview.meta({
  title: 'Guide/Anatomy',
  component: AnatomyFigure,
  // The docs page is Anatomy.mdx.
  tags: ['!autodocs'],
})

/** Returns the names of the visible frames. */
const names = (canvasElement: HTMLElement) =>
  [...canvasElement.querySelectorAll('.frame')].map((frame) => frame.textContent)

export const WhileWaiting = meta.story({
  name: 'Parts while the job runs',
  args: { phase: 'processing' },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(names(canvasElement)).toEqual(['root', 'heading', 'bar', 'timing', 'message', 'steps', 'step']),
    )
  },
})

export const WhenItFailed = meta.story({
  name: 'Parts after a failure',
  args: { phase: 'failed' },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(names(canvasElement)).toEqual(expect.arrayContaining(['actions', 'restart', 'alternative'])),
    )
  },
})
