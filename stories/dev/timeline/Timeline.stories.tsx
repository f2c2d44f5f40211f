import { expect, fireEvent } from 'storybook/test'
import preview from '../../../.storybook/preview.ts'
import { itrScenarios } from '../../../src/testing/index.ts'
import { languages } from '../../languages.ts'
import { TimelinePage } from './TimelinePage.tsx'

const meta = preview.meta({
  title: 'Dev/Timeline',
  parameters: {
    docs: {
      description: {
        component:
          'Any scenario at any second, without waiting: the widget, its phase, the announcements and the requests so far. The package computes the phase with pure functions, so the page computes the whole job at once.\n\nA round mark is a request with a response, a square mark is a failed request. Hatching marks the time in which the page is offline or hidden.',
      },
    },
  },
  component: TimelinePage,
  globals: { width: '100%' },
  argTypes: {
    scenario: { control: 'select', options: Object.keys(itrScenarios) },
    language: { control: 'select', options: languages.map(({ lang }) => lang) },
    second: { control: false },
    timeout: { control: { type: 'range', min: 10, max: 300, step: 5 } },
    shortestWait: { control: { type: 'range', min: 1, max: 30 } },
    longestWait: { control: { type: 'range', min: 1, max: 60 } },
    latency: { control: { type: 'range', min: 0, max: 10, step: 0.1 } },
    absence: { control: 'inline-radio', options: ['none', 'offline', 'hidden'] },
    absentFrom: { control: { type: 'range', min: 0, max: 300 }, if: { arg: 'absence', neq: 'none' } },
    absentUntil: { control: { type: 'range', min: 0, max: 300 }, if: { arg: 'absence', neq: 'none' } },
  },
  args: {
    scenario: 'happy',
    hasPlan: true,
    language: 'en',
    timeout: 240,
    shortestWait: 5,
    longestWait: 10,
    latency: 0.3,
    absence: 'none',
    absentFrom: 20,
    absentUntil: 60,
  },
})

export const Timeline = meta.story({
  name: 'A job at any second',
  args: { second: 26 },
})

export const Scrubbing = meta.story({
  name: 'The slider moves through the job',
  tags: ['!dev', '!autodocs'],
  args: { second: 26 },
  play: async ({ canvas }) => {
    const handle = await canvas.findByRole('slider', { name: 'Moment' })
    await expect(canvas.getByText('Requests so far: 3')).toBeVisible()

    await fireEvent.change(handle, { target: { value: '0' } })
    await expect(canvas.getByText('in flight')).toBeVisible()
    await expect(canvas.getByText('Nothing yet.')).toBeVisible()

    await fireEvent.change(handle, { target: { value: '58000' } })
    await expect(canvas.getByText('completed', { selector: 'dd' })).toBeVisible()
    await expect(canvas.getByText('We have your income tax returns.', { selector: 'q' })).toBeVisible()
  },
})

export const WithErrors = meta.story({
  name: 'Errors on the way',
  args: { scenario: 'flaky', second: 12 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('502, transient')).toBeVisible()
    await expect(canvas.getByText('reconnecting')).toBeVisible()
  },
})

export const TimesOut = meta.story({
  name: 'Timed out',
  args: { scenario: 'stuck', second: 245 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('timed-out', { selector: 'dd' })).toBeVisible()
    await expect(canvas.getByText(/Nothing is lost/, { selector: 'q' })).toBeVisible()
  },
})

export const Offline = meta.story({
  name: 'Offline for a while',
  args: { absence: 'offline', absentFrom: 15, absentUntil: 70, second: 40 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('offline')).toBeVisible()
    // Polling goes on at the longest interval.
    await expect(canvas.getByText('Requests so far: 4')).toBeVisible()
  },
})

export const NetworkIsBack = meta.story({
  name: 'Polls at once when the network is back',
  args: { absence: 'offline', absentFrom: 15, absentUntil: 70, second: 71 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1:10', { selector: 'time' })).toBeVisible()
    await expect(canvas.getByText('completed', { selector: 'dd' })).toBeVisible()
  },
})
