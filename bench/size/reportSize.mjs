import { toTable } from '../toTable.mjs'
import { measureSizes } from './measureSizes.mjs'

/** Packages to compare with. `bar`: highest ratio of our size to theirs, if they do as much. */
const BESIDE = /** @type {const} */ ([
  {
    name: 'hand-written twenty lines',
    what: 'handWrittenHook',
    does: 'less: polls every 5 s until the job ends; no deadline, one kind of error; renders nothing',
    bar: 1.5,
  },
  {
    name: 'the same, for the whole response',
    what: 'handWrittenWhole',
    does: 'less: as above, but reads all fields in both shapes',
    bar: 1.5,
  },
  {
    name: 'the twenty lines and a small widget',
    what: 'handWrittenWidget',
    does: 'less: a heading, a bar, the steps; no form field, one remedy for all failures',
    bar: null,
  },
  {
    name: '@fal-ai/client',
    what: 'fal',
    does: 'like the hook: polls until a job ends, with a deadline; also submits it; not for React; renders nothing',
    bar: 1,
  },
  {
    name: '@trigger.dev/react-hooks, useRealtimeRun',
    what: 'trigger',
    does: 'like the hook: follows a job until it ends, over a stream; renders nothing',
    bar: 1,
  },
  {
    name: 'swr, useSWR',
    what: 'swr',
    does: 'less: polls without an end or a deadline; validates nothing; corresponds to react-query',
    bar: null,
  },
  {
    name: '@base-ui/react, Progress',
    what: 'baseUi',
    does: 'less: a bar and its label; polls nothing',
    bar: null,
  },
  {
    name: 'react-aria-components, ProgressBar and Label',
    what: 'reactAria',
    does: 'less: a bar and its label; polls nothing',
    bar: null,
  },
  {
    name: '@radix-ui/react-progress',
    what: 'radix',
    does: 'less: a bar; polls nothing',
    bar: null,
  },
  {
    name: 'sonner, Toaster and toast',
    what: 'sonner',
    does: 'other: shows how a promise ends, with styles; polls nothing',
    bar: null,
  },
])

const toKb = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(2)

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportSize() {
  const { withoutZod, withZod, withQuery, peers, styles } = await measureSizes()

  /** @param {string} name @param {keyof typeof withZod} what */
  const toRow = (name, what) => [name, toKb(withoutZod[what]), toKb(withZod[what]), toKb(withQuery[what])]
  const bytes = toTable(
    ['kB', 'zod outside', 'zod inside', 'react-query inside too'],
    [
      toRow('`useItrJobStatus`', 'hook'),
      toRow('`ItrProgress`, the hook and English included', 'widget'),
      ['`styles.css`', toKb(styles), '', ''],
      toRow('hand-written twenty lines', 'handWrittenHook'),
      toRow('the same, for the whole response', 'handWrittenWhole'),
      toRow('the twenty lines and a small widget', 'handWrittenWidget'),
    ],
  )

  const sizes = { ...withZod, ...peers }
  const rows = BESIDE.map(({ what, ...row }) => {
    const size = sizes[what]
    const times = { hook: withZod.hook / size, widget: withZod.widget / size }
    const over = Object.entries(times).flatMap(([ours, ratio]) =>
      row.bar !== null && ratio > row.bar ? [ours] : [],
    )
    return { ...row, size, times, over }
  })
  const ratios = toTable(
    ['compared with', 'kB', 'our hook', 'our widget', 'what it does', 'bar', ''],
    rows.map(({ name, does, bar, size, times, over }) => [
      name,
      toKb(size),
      `**${times.hook.toFixed(2)}**`,
      `**${times.widget.toFixed(2)}**`,
      does,
      bar ? `≤ ${bar}` : '',
      bar ? (over.length > 0 ? `missed by the ${over.join(' and the ')}` : 'met') : '',
    ]),
  )

  const text = `## Size

Bytes that a page loads for each, bundled by Vite for production, minified and brotli (1 kB = 1000 bytes). React is never
included, and react-query only in the last column: it is our peer, and the twenty lines need it too. The twenty lines are in
\`bench/hand-written\`: \`useQuery\`, \`refetchInterval\`, and a response of four fields that zod/mini validates.

${bytes}

The ratios are our size with zod, divided by theirs with all their dependencies. The bars: smaller than every peer that does
as much, and at most 1.5 times the twenty lines. These are listed twice: with four fields, and with all fields that our hook
reads. No peer does as much as the widget, so it has the bars of the hook. Packages that only render or only fetch are listed
for scale.

${ratios}

Why the bar of the shorter twenty lines is hard to meet: zod/mini is ${toKb(withZod.handWrittenHook - withoutZod.handWrittenHook)} of their ${toKb(withZod.handWrittenHook)} kB. The hook's own ${toKb(withoutZod.hook)} kB are
what they lack: a deadline that survives sleep, three kinds of errors, \`Retry-After\`, a limit for each request, callbacks that
run once, and progress that never goes backwards. The widget adds all English texts, a remedy for each failure, announcements,
focus management and a form field. So the goals for our own sizes are missed too:
4.8 kB for the hook and 11.5 kB for the widget, or 8.9 and 15.5 kB with zod.

A host without react-query loads it too. Then the hook is ${(withQuery.hook / peers.fal).toFixed(2)} times the size of @fal-ai/client, the widget ${(withQuery.widget / peers.fal).toFixed(2)} times,
and the hook ${(withQuery.hook / peers.swr).toFixed(2)} times the size of swr. \`npm test\` checks our own sizes.
`
  return { text, isMet: rows.every(({ over }) => over.length === 0) }
}
