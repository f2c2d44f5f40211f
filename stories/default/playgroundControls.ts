import type { ArgTypes } from '@storybook/react-vite'
import type { ItrPhase } from '../../src/index.ts'
import { tokens } from '../guide/tokens/tokens.ts'
import { dictionaryOf, languages } from '../languages.ts'
import { playgroundErrors, type PlaygroundProps } from './Playground.tsx'

const phases: ItrPhase[] = [
  'idle',
  'connecting',
  'initiated',
  'processing',
  'completed',
  'failed',
  'timed-out',
  'error',
]

const failures = Object.keys(dictionaryOf('en').reason)

type Controls = Partial<ArgTypes<PlaygroundProps>>

/** Puts the controls under one heading. */
const group = (category: string, controls: Controls): Controls =>
  Object.fromEntries(
    Object.entries(controls).map(([name, control]) => [
      name,
      { ...control, table: { ...control?.table, category } },
    ]),
  )

const withDefault = (summary: string | undefined) => (summary ? { defaultValue: { summary } } : {})

const select = (options: readonly string[], description: string, summary?: string) =>
  ({ control: 'select', options, description, table: withDefault(summary) }) as const
const toggle = (description: string, summary = 'false') =>
  ({ control: 'boolean', description, table: withDefault(summary) }) as const
const text = (description: string, summary?: string) =>
  ({ control: 'text', description, table: withDefault(summary) }) as const

/** The controls of the Playground, in groups. */
export const playgroundControls: Controls = {
  ...group('Result', {
    phase: select(phases, 'The phase that the hook returns. The steps follow from it.'),
    failure: {
      ...select(failures, 'Why the job failed. It decides the text, the failed step and the actions.'),
      if: { arg: 'phase', eq: 'failed' },
    },
    error: {
      ...select(playgroundErrors, 'Why there is no status.'),
      if: { arg: 'phase', eq: 'error' },
    },
    connection: select(
      ['ok', 'reconnecting', 'offline'],
      'Shown in the live phases (`connecting`, `initiated`, `processing`). `offline` also in `timed-out`.',
      'ok',
    ),
    isDelayed: toggle('The job takes longer than usual. Shown in the live phases.'),
    reference: text('The code that the person reads to support, in `failed`, `timed-out` and `error`.'),
  }),
  ...group('Content', {
    hasPlan: toggle('Sets `steps`. Only with a plan the bar shows progress.'),
    showDetails: toggle('For a support desk: code, last update, masked PAN.'),
  }),
  ...group('Actions', {
    hasRestart: toggle('Sets `onRestart`: "Start again".'),
    hasAlternative: toggle('Sets `onAlternative`: "Upload documents instead".'),
    portalHref: text('Link to the e-filing portal. Empty: none.', 'https://www.incometax.gov.in/'),
    reportHref: text('Link to the report in `completed`. Empty: none.'),
  }),
  ...group('Form', {
    name: text('Name of the form field. Empty: the widget is no field.'),
    required: toggle('Blocks an early submit. Press "Apply" below the widget.'),
  }),
  ...group('Text', {
    language: select(
      languages.map(({ lang }) => lang),
      'Sets `messages`. Empty: the language of the toolbar.',
    ),
    messages: {
      control: 'object',
      description:
        'Your own texts for some keys: `{ "heading.watching": "…" }`. The Wording page has all keys.',
    },
    locale: text('BCP 47, for numbers and dates. Empty: that of the language.'),
  }),
  ...group('Look', {
    theme: select(['auto', 'light', 'dark'], 'Sets `appearance.theme`.', 'auto'),
    ...Object.fromEntries(
      tokens.map(({ name, role, kind, light, dark }) => [
        `--itr-${name}`,
        {
          control: kind === 'color' ? 'color' : 'text',
          description: role,
          table: withDefault(light === dark ? light : `${light} (light), ${dark} (dark)`),
        },
      ]),
    ),
  }),
}
