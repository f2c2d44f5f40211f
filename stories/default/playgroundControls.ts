import type { ArgTypes } from '@storybook/react-vite'
import { itrScenarios } from '../../src/testing/index.ts'
import { faults } from '../examples/faults.ts'
import { languages } from '../languages.ts'
import type { PlaygroundProps } from './Playground.tsx'

type Controls = Partial<ArgTypes<PlaygroundProps>>

const only = (watch: NonNullable<PlaygroundProps['watch']>) => ({ arg: 'watch', eq: watch })

/** `controls` under a heading, and where `watch` says so only. */
function group(
  category: string,
  controls: Controls,
  watch?: NonNullable<PlaygroundProps['watch']>,
): Controls {
  return Object.fromEntries(
    Object.entries(controls).map(([name, control]) => [
      name,
      { ...control, table: { category }, ...(watch && { if: only(watch) }) },
    ]),
  )
}

const select = (options: readonly string[], description?: string) =>
  ({ control: 'select', options, description }) as const
const toggle = (description?: string) => ({ control: 'boolean', description }) as const
const text = (description?: string) => ({ control: 'text', description }) as const
const ms = (description?: string) =>
  ({ control: { type: 'number', min: 1, step: 500 }, description }) as const
const data = (description?: string) => ({ control: 'object', description }) as const
const range = (min: number, max: number, description?: string) =>
  ({ control: { type: 'range', min, max }, description }) as const

/** Every option and prop that is data, as a control, in groups. */
export const playgroundControls: Controls = {
  ...group('What it watches', {
    watch: {
      control: 'inline-radio',
      options: ['a fixed state', 'a simulated job'],
      description: 'A state that stands still, or a job that runs and is asked about by the real hook.',
    },
  }),
  ...group(
    'The state',
    {
      phase: select([
        'idle',
        'connecting',
        'initiated',
        'processing',
        'completed',
        'failed',
        'timed-out',
        'error',
      ]),
      connection: select(['ok', 'reconnecting', 'offline']),
      isDelayed: toggle('Past 90 seconds.'),
      failure: select(
        [
          'invalid_credentials',
          'account_locked',
          'second_factor_required',
          'pan_not_registered',
          'no_itr_found',
          'portal_unavailable',
          'session_expired',
          'consent_denied',
          'report_failed',
          'unknown',
        ],
        'In `failed`.',
      ),
      errorCode: select(['http', 'network', 'timeout', 'unsuccessful', 'invalid_response'], 'In `error`.'),
      errorStatus: { control: 'number', description: 'In `error`, with the code `http`.' },
      stepsDone: range(0, 5, 'How many steps of the usual plan are done.'),
      currentStep: text('Its id; any text will do.'),
      reference: text('What the person reads out to support.'),
      hasAnswered: toggle('Off: `timed-out` or `error` without a single answer.'),
    },
    'a fixed state',
  ),
  ...group(
    'The simulated job',
    {
      scenario: select(Object.keys(itrScenarios)),
      speed: range(1, 60, 'How many times faster than in life.'),
      fault: { control: { type: 'select', labels: faults }, options: Object.keys(faults) },
    },
    'a simulated job',
  ),
  ...group(
    'Options of the hook',
    {
      jobId: text('Empty: that of the simulated job. Any other is unknown to the simulator.'),
      proxyUrl: text(),
      interval: data('`{ min, max }` in ms. Empty: 5 to 10 s, divided by the speed.'),
      timeout: ms('ms. Empty: 240 s, divided by the speed.'),
      requestTimeout: ms('ms. Empty: 15 s, divided by the speed.'),
      secondsAgo: {
        control: 'number',
        description: '`startedAt`, in seconds before now: a window that is resumed after a reload.',
      },
      enabled: toggle(),
      headers: data(),
      credentials: select(['same-origin', 'include', 'omit']),
    },
    'a simulated job',
  ),
  ...group('Props of the widget', {
    hasPlan: toggle('Whether `steps` are given.'),
    steps: data('`(string | { id, label? })[]`. Empty: the usual plan.'),
    reportHref: text('Linked once completed.'),
    showDetails: toggle('For a support desk.'),
    offersRestart: toggle('Whether `onRestart` is given.'),
    offersFallback: toggle('Whether `onAlternative` is given.'),
  }),
  ...group('Words', {
    language: select(
      languages.map(({ lang }) => lang),
      'Given as `messages`. Empty: the language of the toolbar.',
    ),
    sentences: data('`messages` of the host\'s own, a part of a dictionary: `{ "heading.watching": "…" }`.'),
    locale: text('BCP 47, for numbers and dates.'),
  }),
  ...group('Look', {
    appearance: data('`{ theme, variables }`: the tokens by their names without `--itr-`.'),
    className: text(),
    style: data(),
    id: text(),
  }),
}
