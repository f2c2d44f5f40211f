import { fn } from 'storybook/test'
import preview from '../.storybook/preview.ts'
import { ItrProgress } from '../src/index.ts'
import { itrState } from '../src/testing/index.ts'

const plan = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

/** One story for each phase of the hook, drawn from `itrState`: no timers, no network. */
const meta = preview.meta({
  title: 'Default/Phases',
  component: ItrProgress,
  args: { onRetry: fn(), onRestart: fn(), onFallback: fn() },
})

export const Idle = meta.story({ args: { itr: itrState('idle') } })

export const Connecting = meta.story({ args: { itr: itrState('connecting') } })

export const Initiated = meta.story({ args: { itr: itrState('initiated') } })

export const Processing = meta.story({ args: { itr: itrState('processing') } })

export const ProcessingWithPlan = meta.story({ args: { itr: itrState('processing'), steps: plan } })

export const Delayed = meta.story({ args: { itr: itrState('processing', { isDelayed: true }) } })

export const Reconnecting = meta.story({
  args: { itr: itrState('processing', { connection: 'reconnecting' }) },
})

export const Offline = meta.story({ args: { itr: itrState('processing', { connection: 'offline' }) } })

export const Completed = meta.story({
  args: { itr: itrState('completed'), steps: plan, reportHref: 'https://example.com/report.pdf' },
})

export const Failed = meta.story({ args: { itr: itrState('failed', { failure: 'invalid_credentials' }) } })

export const FailedAccountLocked = meta.story({
  args: { itr: itrState('failed', { failure: 'account_locked' }), showDetails: true },
})

export const TimedOut = meta.story({ args: { itr: itrState('timed-out') } })

export const ErrorPhase = meta.story({ name: 'Error', args: { itr: itrState('error') } })
