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
  // On a docs page one would change the page for all.
  parameters: {
    docs: {
      description: { component: 'What people set in their system. The toolbar can set both for any story.' },
      story: { inline: false, height: '420px' },
    },
  },
})

/** The parts that move, as the browser sees it. */
const moving = (element: HTMLElement) =>
  [element, ...element.querySelectorAll('*')].filter((part) =>
    ['', '::before', '::after'].some((pseudo) =>
      getComputedStyle(part, pseudo).animationName.startsWith('itr-'),
    ),
  )

export const Motion = meta.story({
  name: 'Motion tells that something is under way',
  play: async ({ canvas }) => {
    await expect(moving(canvas.getByRole('group'))).not.toHaveLength(0)
  },
})

export const ReducedMotion = meta.story({
  name: 'Reduced motion: nothing moves, and it still looks under way',
  globals: { motion: 'reduce' },
  play: async ({ canvas }) => {
    await expect(moving(canvas.getByRole('group'))).toHaveLength(0)
  },
})

/**
 * The rules that the widget has for forced colours. To see what the browser adds to them, let it emulate forced colours itself
 * (Chrome: DevTools, Rendering).
 */
export const ForcedColors = meta.story({
  name: 'Forced colours: no meaning is lost where the system paints',
  globals: { contrast: 'forced', width: '100%' },
  render: (args) => (
    <Gallery>
      <Picture caption="processing">
        <ResultWidget {...args} steps={usualPlan} />
      </Picture>
      <Picture caption="completed">
        <ResultWidget {...args} result={itrResult('completed')} steps={usualPlan} />
      </Picture>
      <Picture caption="failed">
        <ResultWidget
          {...args}
          result={itrResult('failed')}
          steps={usualPlan}
          onRestart={fn()}
          onAlternative={fn()}
        />
      </Picture>
      <Picture caption="timed-out">
        <ResultWidget {...args} result={itrResult('timed-out')} onAlternative={fn()} />
      </Picture>
    </Gallery>
  ),
})
