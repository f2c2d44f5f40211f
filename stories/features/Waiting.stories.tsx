import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { dictionaryOf } from '../languages.ts'
import { actionsIn, partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Waiting',
  parameters: {
    docs: {
      description: {
        component:
          'What the widget shows during the wait: on time, delayed, without a connection. Nothing has failed yet, so no colour warns.',
      },
    },
  },
  component: ItrProgress,
  args: { steps: usualPlan, onRetry: fn(), onAlternative: fn() },
})

/** The line below the bar changes only when a response arrives. It does not tick. */
export const OnTime = meta.story({
  name: 'On time: step, elapsed time and time of the last response',
  args: { result: itrResult('processing') },
  play: async ({ canvasElement }) => {
    await expect(partIn(canvasElement, 'timing').children).toHaveLength(2)
    await expect(partIn(canvasElement, 'actions')).toBeEmptyDOMElement()
  },
})

/** The line also says when the person will be asked. The action is quiet, because waiting may still help. */
export const Delayed = meta.story({
  name: 'Delayed, after 90 seconds: time of the prompt, and a quiet action',
  args: { result: itrResult('processing', { isDelayed: true }) },
  play: async ({ canvasElement, globals }) => {
    const { body } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).toHaveTextContent(body.delayed)
    await expect(partIn(canvasElement, 'timing').children).toHaveLength(3)
    await expect(actionsIn(canvasElement)).toEqual(['alternative'])
  },
})

export const Reconnecting = meta.story({
  name: 'Reconnecting: a request failed, and the next one will follow',
  args: { result: itrResult('processing', { connection: 'reconnecting' }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const Offline = meta.story({
  name: 'Offline: polling goes on when the network is back',
  args: { result: itrResult('processing', { connection: 'offline' }) },
  play: async ({ canvasElement, globals }) => {
    const { hint } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).toHaveTextContent(hint.offline)
  },
})

export const DelayedAndOffline = meta.story({
  name: 'Delayed and offline',
  args: { result: itrResult('processing', { connection: 'offline', isDelayed: true }) },
})

export const ReconnectingAtFirst = meta.story({
  name: 'Reconnecting before the first response',
  args: { result: itrResult('connecting', { connection: 'reconnecting' }) },
})

export const TimedOut = meta.story({
  name: 'Timed out: the person decides',
  args: { result: itrResult('timed-out') },
})

export const TimedOutOffline = meta.story({
  name: 'Timed out and offline',
  args: { result: itrResult('timed-out', { connection: 'offline' }) },
})

export const TimedOutWithoutResponse = meta.story({
  name: 'Timed out without any response',
  args: { result: itrResult('timed-out', { job: undefined }), steps: undefined },
})
