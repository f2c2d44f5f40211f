import type { Meta, StoryObj } from '@storybook/react-vite'
import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { createItrSimulator, itrProxyFetch, itrResult } from 'itr-progress/testing'

const meta: Meta = { title: 'Examples/In your own Storybook', component: ItrProgress }
export default meta

export const Locked: StoryObj = { args: { result: itrResult('failed', { failure: 'account_locked' }) } }

const startJob = () => {
  const simulator = createItrSimulator({ scenario: 'slow', speed: 10 })
  return { jobId: simulator.start(), fetch: itrProxyFetch(simulator) }
}
export const Live: StoryObj = {
  loaders: [startJob],
  render: (_args, { loaded }) => <ItrProgress proxyUrl="/status" jobId={loaded.jobId} fetch={loaded.fetch} />,
}
