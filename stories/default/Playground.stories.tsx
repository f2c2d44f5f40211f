import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { partIn } from '../partIn.ts'
import { Playground as PlaygroundWidget, type PlaygroundProps } from './Playground.tsx'
import { playgroundControls } from './playgroundControls.ts'

const meta = preview.type<{ args: PlaygroundProps }>().meta({
  title: 'Default/Playground',
  // With `component`, Storybook would sort the controls by its types.
  render: (args) => <PlaygroundWidget {...args} />,
  argTypes: playgroundControls,
  parameters: {
    docs: {
      description: {
        component:
          'One control for each prop that a designer needs. The result stands still: no timers, no network. ' +
          'For a job that runs, open Examples / Simulator. To change a colour in both themes, open Guide / Tokens.',
      },
    },
    controls: { include: Object.keys(playgroundControls) },
  },
  args: {
    phase: 'processing',
    failure: 'account_locked',
    error: 'not found (404)',
    connection: 'ok',
    isDelayed: false,
    reference: '7F3K-9Q2M',
    hasPlan: true,
    showDetails: false,
    hasRestart: true,
    hasAlternative: true,
    portalHref: 'https://www.incometax.gov.in/',
    reportHref: '',
    name: '',
    required: false,
    locale: '',
    theme: 'auto',
    onRetry: fn(),
    onRestart: fn(),
    onAlternative: fn(),
  },
})

export const Playground = meta.story({
  play: async ({ args, canvasElement }) => {
    // True for every position of the controls.
    await expect(partIn(canvasElement, 'root')).toHaveAttribute('data-phase', args.phase!)
    await expect(partIn(canvasElement, 'heading')).not.toBeEmptyDOMElement()
  },
})

export const AfterTurning = meta.story({
  name: 'The controls change the widget',
  tags: ['!dev', '!autodocs'],
  args: { phase: 'failed', failure: 'no_itr_found', required: true, '--itr-accent': '#6d28d9' },
  play: async (context) => {
    await Playground.input.play(context)
    const { canvas, canvasElement, userEvent } = context
    const root = partIn(canvasElement, 'root')
    await expect(root.querySelector('[data-step-state="failed"]')).toHaveAttribute(
      'data-step-id',
      'download_itr',
    )
    await expect(getComputedStyle(partIn(canvasElement, 'alternative')).borderTopColor).toBe(
      'rgb(109, 40, 217)',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    await expect(root).toHaveAttribute('data-invalid')
  },
})
