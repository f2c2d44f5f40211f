import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { usualPlan } from '../plans.ts'
import { WithoutStyles } from './WithoutStyles.tsx'

const meta = preview.meta({
  title: 'Features/Themes',
  parameters: {
    docs: {
      description: {
        component:
          'How the widget comes to look at home: it follows the page, takes tokens, and gives way to any rule of the host.',
      },
    },
  },
  component: ItrProgress,
  args: { result: itrResult('failed'), steps: usualPlan, onRestart: fn(), onAlternative: fn() },
})

export const Light = meta.story({ name: 'On a light page', globals: { theme: 'light' } })

export const Dark = meta.story({
  name: 'On a dark page',
  globals: { theme: 'dark' },
  play: async ({ canvas }) => {
    // Light text means dark colours.
    await expect(getComputedStyle(canvas.getByRole('heading')).color).not.toBe('rgb(26, 33, 41)')
  },
})

export const ForcedThemes = meta.story({
  name: 'Light and dark side by side, whatever the page is',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery>
      {(['light', 'dark'] as const).map((theme) => (
        <Picture key={theme} caption={`appearance.theme: ${theme}`}>
          <ItrProgress {...args} appearance={{ theme }} />
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

/** Two tokens are often enough. In real life they are set in a stylesheet: see the Tokens page. */
export const Brand = meta.story({
  name: 'A brand: another accent, square corners, more room',
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

export const Borderless = meta.story({
  name: 'Without a frame, inside a card of the host',
  args: { appearance: { variables: { border: 'transparent', surface: 'transparent' } } },
})

/** The host names the layers in the order of their strength: `@layer components, host;`. No `!important`, no long selectors. */
export const HostLayer = meta.story({
  name: 'A layer of the host wins over ours',
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
  name: 'Class and style that follow the phase',
  args: {
    result: itrResult('completed'),
    style: ({ phase }) => (phase === 'completed' ? { borderStyle: 'double', borderWidth: 4 } : undefined),
  },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('group')).borderStyle).toBe('double')
  },
})

/** A host that leaves styles.css out gets sound HTML: a heading, a list, buttons, in its own look. */
export const Unstyled = meta.story({
  name: 'Without styles.css it stays readable',
  render: (args) => (
    <WithoutStyles>
      <ItrProgress {...args} />
    </WithoutStyles>
  ),
  play: async ({ canvasElement }) => {
    const { shadowRoot } = canvasElement.querySelector('[data-unstyled]')!
    await expect(getComputedStyle(shadowRoot!.querySelector('[data-itr-part="root"]')!).padding).toBe('0px')
    await expect(shadowRoot!.querySelectorAll('li')).toHaveLength(usualPlan.length)
  },
})
