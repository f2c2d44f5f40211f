import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { dictionaryOf } from '../languages.ts'
import { partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Waiting',
  parameters: {
    docs: {
      description: {
        component:
          'What is said while the person waits, when it takes long or the connection is in trouble. Quietly: nothing has gone wrong yet.',
      },
    },
  },
  component: ItrProgress,
  args: { steps: usualPlan, onRetry: fn(), onAlternative: fn() },
})

export const OnTime = meta.story({ name: 'All is well', args: { result: itrResult('processing') } })

export const Delayed = meta.story({
  name: 'Delayed: longer than usual, from 90 seconds on',
  args: { result: itrResult('processing', { isDelayed: true }) },
  play: async ({ canvasElement, globals }) => {
    const { body } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).toHaveTextContent(body.delayed)
  },
})

export const Retrying = meta.story({
  name: 'Retrying: a check failed, the next is on its way',
  args: { result: itrResult('processing', { connection: 'reconnecting' }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const Offline = meta.story({
  name: 'Offline: it goes on when the network is back',
  args: { result: itrResult('processing', { connection: 'offline' }) },
  play: async ({ canvasElement, globals }) => {
    const { hint } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).toHaveTextContent(hint.offline)
  },
})

export const DelayedAndOffline = meta.story({
  name: 'Delayed and offline at once',
  args: { result: itrResult('processing', { connection: 'offline', isDelayed: true }) },
})

export const NeverAnswered = meta.story({
  name: 'Retrying before the first answer',
  args: { result: itrResult('connecting', { connection: 'reconnecting' }) },
})

export const TimedOut = meta.story({
  name: 'Timed out: the person decides how to go on',
  args: { result: itrResult('timed-out') },
})

export const TimedOutOffline = meta.story({
  name: 'Timed out and offline',
  args: { result: itrResult('timed-out', { connection: 'offline' }) },
})

export const TimedOutUnanswered = meta.story({
  name: 'Timed out without a single answer',
  args: { result: itrResult('timed-out', { job: undefined }), steps: undefined },
})
