import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { untilPhase } from '../partIn.ts'
import { Playground as Stage, type PlaygroundProps } from './Playground.tsx'
import { playgroundControls } from './playgroundControls.ts'

const meta = preview.type<{ args: PlaygroundProps }>().meta({
  title: 'Default/Playground',
  // Not as `component`, whose types would put the controls in another order.
  render: (args) => <Stage {...args} />,
  argTypes: playgroundControls,
  parameters: {
    docs: {
      description: {
        component:
          'Every option and prop that is data is a control. Begin with **watch**: a fixed state stands still, so that it can be looked at; a simulated job runs through our own proxy and the real hook, and what the widget tells its host is listed under Actions.',
      },
    },
    controls: { include: Object.keys(playgroundControls) },
  },
  args: {
    watch: 'a fixed state',
    phase: 'processing',
    connection: 'ok',
    isDelayed: false,
    failure: 'account_locked',
    errorCode: 'http',
    errorStatus: 404,
    stepsDone: 2,
    currentStep: 'download_itr',
    reference: '7F3K-9Q2M',
    hasAnswered: true,
    scenario: 'happy',
    speed: 6,
    fault: 'none',
    enabled: true,
    credentials: 'same-origin',
    hasPlan: true,
    showDetails: false,
    offersRestart: true,
    offersFallback: true,
    appearance: { theme: 'auto', variables: {} },
    onRetry: fn(),
    onRestart: fn(),
    onAlternative: fn(),
    onCompleted: fn(),
    onFailed: fn(),
    onTimedOut: fn(),
    onError: fn(),
  },
})

export const Playground = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2')
  },
})

export const PlaygroundLive = meta.story({
  name: 'Playground, live',
  args: { watch: 'a simulated job', speed: 100, scenario: 'account_locked' },
  play: async ({ args, canvasElement }) => {
    await untilPhase(canvasElement, 'failed')
    await expect(args.onFailed).toHaveBeenCalledOnce()
  },
})
