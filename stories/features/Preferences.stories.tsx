import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { ResultWidget } from '../ResultWidget.ts'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Preferences',
  component: ResultWidget,
  args: { result: itrResult('processing') },
  // The emulation changes the whole page, so each story has its own frame.
  parameters: {
    docs: {
      description: { component: 'Settings of the system. The toolbar can emulate both for any story.' },
      story: { inline: false, height: '500px' },
    },
  },
})

/** Returns the elements with an animation of ours. */
const moving = (element: HTMLElement) =>
  [element, ...element.querySelectorAll('*')].filter((part) =>
    ['', '::before', '::after'].some((pseudo) =>
      getComputedStyle(part, pseudo).animationName.startsWith('itr-'),
    ),
  )

export const Motion = meta.story({
  name: 'Motion while the job runs',
  play: async ({ canvas }) => {
    await expect(moving(canvas.getByRole('group'))).not.toHaveLength(0)
  },
})

export const ReducedMotion = meta.story({
  name: 'Reduced motion: nothing moves',
  globals: { motion: 'reduce' },
  play: async ({ canvas }) => {
    await expect(moving(canvas.getByRole('group'))).toHaveLength(0)
  },
})

/** Shows our rules for forced colours. The colours that the browser forces appear in its own emulation (Chrome: DevTools, Rendering). */
export const ForcedColors = meta.story({
  name: 'Forced colours: shape and text still show each state',
  globals: { contrast: 'forced', width: '100%' },
  parameters: { docs: { story: { height: '1150px' } } },
  args: { steps: usualPlan, onRestart: fn(), onAlternative: fn() },
  render: (args) => (
    <Gallery>
      {(['processing', 'completed', 'failed', 'timed-out'] as const).map((phase) => (
        <Picture key={phase} caption={phase}>
          <ResultWidget {...args} result={itrResult(phase)} />
        </Picture>
      ))}
    </Gallery>
  ),
})
