import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'

import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { usualPlan } from '../plans.ts'
import { ResultWidget } from '../ResultWidget.ts'
import { WithoutStyles } from './WithoutStyles.tsx'

const meta = preview.meta({
  title: 'Features/Themes',
  parameters: {
    docs: {
      description: {
        component:
          'The widget follows the theme of the page and takes tokens. Rules of the host win over ours.',
      },
    },
  },
  component: ResultWidget,
  args: { result: itrResult('failed'), steps: usualPlan, onRestart: fn(), onAlternative: fn() },
})

export const Light = meta.story({ name: 'Light page', globals: { theme: 'light' } })

export const Dark = meta.story({
  name: 'Dark page',
  globals: { theme: 'dark' },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('heading')).color).not.toBe('rgb(26, 33, 41)')
  },
})

export const ForcedThemes = meta.story({
  name: 'Both themes, independent of the page',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery>
      {(['light', 'dark'] as const).map((theme) => (
        <Picture key={theme} caption={`appearance.theme: ${theme}`}>
          <ResultWidget {...args} appearance={{ theme }} />
        </Picture>
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    const [light, dark] = canvas
      .getAllByRole('group')
      .map((widget) => getComputedStyle(widget).backgroundColor)
    await expect(light).not.toBe(dark)
  },
})

/** Three tokens are often enough. In an app, set them in a stylesheet: see the Tokens page. */
export const Brand = meta.story({
  name: 'Brand: another accent, square corners, more space',
  args: {
    result: itrResult('timed-out'),
    appearance: {
      variables: { accent: 'light-dark(#6d28d9, #c4b5fd)', radius: '0', gap: '20px' },
    },
  },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('group')).borderRadius).toBe('0px')
  },
})

/** `docs/recipes/theming/bank.css`, to copy. The Tokens page shows the file, and the toolbar sets it for any story. */
export const Bank = meta.story({
  name: 'Bank: serif type, square corners, a dark brand colour',
  globals: { preset: 'itr-bank', width: '100%' },
  render: (args) => (
    <Gallery>
      {(['processing', 'completed', 'failed', 'timed-out'] as const).map((phase) => (
        <Picture key={phase} caption={phase}>
          <ResultWidget {...args} result={itrResult(phase)} />
        </Picture>
      ))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    const [widget] = canvas.getAllByRole('group')
    await expect(getComputedStyle(widget!).borderRadius).toBe('0px')
    await expect(getComputedStyle(widget!).fontFamily).toContain('serif')
  },
})

export const Borderless = meta.story({
  name: 'Without a border, inside a card of the host',
  args: { appearance: { variables: { border: 'transparent', surface: 'transparent' } } },
})

/** The host declares the order of the layers: `@layer components, host;`. The last one wins, without `!important`. */
export const HostLayer = meta.story({
  name: 'Cascade layer of the host that wins over ours',
  decorators: [
    (Story) => (
      <div data-host="layer">
        <style>{`
          @layer components, host;
          @layer host {
            [data-host='layer'] [data-itr-part='heading'] {
              font-family: Georgia, serif;
              font-size: 1.5rem;
              font-weight: 400;
            }
          }
        `}</style>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('heading')).fontSize).toBe('24px')
  },
})

export const StyledByState = meta.story({
  name: 'Style that depends on the phase',
  args: {
    result: itrResult('completed'),
    style: ({ phase }) => (phase === 'completed' ? { borderStyle: 'double', borderWidth: 4 } : undefined),
  },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('group')).borderStyle).toBe('double')
  },
})

/** Without the stylesheet, the host styles a heading, a list and buttons. */
export const Unstyled = meta.story({
  name: 'Unstyled: without styles.css',
  render: (args) => (
    <WithoutStyles>
      <ResultWidget {...args} />
    </WithoutStyles>
  ),
  play: async ({ canvasElement }) => {
    const { shadowRoot } = canvasElement.querySelector('[data-unstyled]')!
    await expect(getComputedStyle(shadowRoot!.querySelector('[data-itr-part="root"]')!).padding).toBe('0px')
    await expect(shadowRoot!.querySelectorAll('li')).toHaveLength(usualPlan.length)
  },
})
