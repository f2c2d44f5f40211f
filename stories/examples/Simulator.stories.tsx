import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import type { ItrPhase } from '../../src/index.ts'
import { itrScenarios, type ItrScenarioName } from '../../src/testing/index.ts'
import { dictionaryOf } from '../languages.ts'
import { partIn, untilPhase } from '../partIn.ts'
import { usualPlan } from '../plans.ts'
import { faults } from './faults.ts'
import { SimulatedJob } from './SimulatedJob.tsx'

const meta = preview.meta({
  title: 'Examples/Simulator',
  component: SimulatedJob,
  // Another scenario or speed starts a new job. Another fault affects the running one.
  render: (args) => <SimulatedJob key={`${args.scenario} ${args.speed}`} {...args} />,
  args: {
    scenario: 'happy',
    speed: 6,
    fault: 'none',
    onRetry: fn(),
    onRestart: fn(),
    onAlternative: fn(),
  },
  argTypes: {
    scenario: { control: 'select', options: Object.keys(itrScenarios) },
    speed: { control: { type: 'range', min: 1, max: 60 } },
    fault: { control: { type: 'select', labels: faults }, options: Object.keys(faults) },
    steps: { control: 'object' },
    showDetails: { control: 'boolean' },
    enabled: { control: 'boolean' },
  },
  parameters: {
    docs: {
      description: {
        component:
          'Complete jobs: the hook, our proxy and a simulated ITR Analyzer. Choose a scenario, its speed and a fault in the controls. A fault may change while the job runs. "Delayed" depends on the real time, so it appears only at speed 1.',
      },
    },
    controls: { include: ['scenario', 'speed', 'fault', 'steps', 'showDetails', 'timeout', 'enabled'] },
  },
})

/** A test does not wait for the real time. */
const FAST = 100

export const Simulator = meta.story({
  name: 'Simulator: choose a scenario, its speed and a fault',
  args: { steps: usualPlan },
})

const ending = (name: string, scenario: ItrScenarioName, phase: ItrPhase) => ({
  name,
  args: { scenario, speed: FAST },
  play: ({ canvasElement }: { canvasElement: HTMLElement }) => untilPhase(canvasElement, phase),
})

export const Happy = meta.story(ending('Completes', 'happy', 'completed'))
export const Slow = meta.story(ending('Completes slowly', 'slow', 'completed'))
export const Flaky = meta.story(ending('Completes after errors', 'flaky', 'completed'))
export const Regressing = meta.story(
  ending('Older responses never take progress back', 'regressing', 'completed'),
)
export const Stuck = meta.story(ending('Never ends: the person is prompted', 'stuck', 'timed-out'))
export const AccountLocked = meta.story(ending('Fails: the account is locked', 'account_locked', 'failed'))

export const NetworkFailure = meta.story({
  name: 'Network failure',
  args: { scenario: 'stuck', speed: FAST, fault: 'broken', timeout: 60_000 },
  play: async ({ canvasElement, globals }) => {
    const { hint } = dictionaryOf(String(globals.locale))
    await waitFor(() => expect(partIn(canvasElement, 'message')).toHaveTextContent(hint.reconnecting))
  },
})

export const UnusableResponses = meta.story({
  name: 'Three unusable responses in a row are an error',
  args: { speed: FAST, fault: 'garbage' },
  play: ({ canvasElement }) => untilPhase(canvasElement, 'error'),
})
