import { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import preview from '../.storybook/preview.ts'
import { ItrProgress } from '../src/index.ts'
import {
  createItrSimulator,
  itrProxyFetch,
  itrScenarios,
  type ItrScenarioName,
} from '../src/testing/index.ts'

interface LiveProps {
  scenario: ItrScenarioName
  /** How many times faster than in life the job runs. */
  speed: number
  /** The window, in seconds. */
  timeout: number
}

/** A simulated job behind our own proxy, watched by the real hook. Everything is made per mount, so a replay begins anew. */
function LiveJob({ scenario, speed, timeout }: LiveProps) {
  const [watch, setWatch] = useState(() => newWatch(scenario, speed))
  return (
    <ItrProgress
      {...watch}
      proxyUrl="/api/itr/status"
      interval={{ min: 500, max: 1000 }}
      timeout={timeout * 1000}
      onRestart={() => setWatch(newWatch(scenario, speed))}
    />
  )
}

function newWatch(scenario: ItrScenarioName, speed: number) {
  const simulator = createItrSimulator({ scenario, speed, latency: 150 })
  return { jobId: simulator.start(), fetch: itrProxyFetch(simulator), queryClient: new QueryClient() }
}

/** A whole job, from the first question to the end. */
const meta = preview.meta({
  title: 'Examples/Live',
  component: LiveJob,
  // Other values mount another job.
  render: (args) => <LiveJob key={JSON.stringify(args)} {...args} />,
  args: { scenario: 'happy', speed: 8, timeout: 60 },
  argTypes: {
    scenario: { control: 'select', options: Object.keys(itrScenarios) },
    speed: { control: { type: 'range', min: 1, max: 40 } },
    timeout: { control: { type: 'number', min: 1 } },
  },
})

export const Happy = meta.story({
  args: { scenario: 'happy', speed: 30, timeout: 60 },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Your income tax return is verified' }, { timeout: 20_000 })
  },
})
