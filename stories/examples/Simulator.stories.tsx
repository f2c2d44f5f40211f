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
  // Another job mounts anew; another fault meets the one that runs.
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
  },
  parameters: {
    docs: {
      description: {
        component:
          'Whole jobs, live: the real hook asks our own proxy, behind which a simulated ITR Analyzer runs. Choose a scenario, its speed and what goes wrong in the controls; a fault may come and go while the job runs. "Delayed" is measured in the person\'s own time, so it shows at speed 1 only.',
      },
    },
    controls: { include: ['scenario', 'speed', 'fault', 'steps', 'showDetails', 'timeout'] },
  },
})

/** For a test it runs to its end at once; a person who looks on chooses the speed. */
const FAST = 100

export const Simulator = meta.story({
  name: 'Simulator: choose a scenario, its speed and a fault',
  args: { steps: usualPlan },
})

const ending = (scenario: ItrScenarioName, phase: ItrPhase) => ({
  args: { scenario, speed: FAST },
  play: ({ canvasElement }: { canvasElement: HTMLElement }) => untilPhase(canvasElement, phase),
})

export const ItGoesWell = meta.story(ending('happy', 'completed'))
export const ItGoesWellButSlowly = meta.story(ending('slow', 'completed'))
export const ItGoesWellThroughErrors = meta.story(ending('flaky', 'completed'))
export const OldAnswersArriveAndNothingGoesBackwards = meta.story(ending('regressing', 'completed'))
export const ItNeverEndsAndThePersonIsAsked = meta.story(ending('stuck', 'timed-out'))
export const TheAccountIsLocked = meta.story(ending('account_locked', 'failed'))

export const NetworkGoesAndComes = meta.story({
  name: 'The network breaks, and comes back',
  args: { scenario: 'stuck', speed: FAST, fault: 'broken', timeout: 60_000 },
  play: async ({ canvasElement, globals }) => {
    const { hint } = dictionaryOf(String(globals.locale))
    await waitFor(() => expect(partIn(canvasElement, 'message')).toHaveTextContent(hint.reconnecting))
  },
})

export const GarbageBecomesAnError = meta.story({
  name: 'Three senseless answers are an error',
  args: { speed: FAST, fault: 'garbage' },
  play: ({ canvasElement }) => untilPhase(canvasElement, 'error'),
})
