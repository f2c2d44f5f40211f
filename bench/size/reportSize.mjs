import { toTable } from '../toTable.mjs'
import { measureSizes } from './measureSizes.mjs'

/** `bar`: how many times its size the hook and the widget may have, where it does as much as one of them. */
const BESIDE = /** @type {const} */ ([
  {
    name: 'hand-written twenty lines',
    what: 'handWrittenHook',
    does: 'less: asks each 5 s until the job ends; no deadline, one kind of error; draws nothing',
    bar: 1.5,
  },
  {
    name: 'the same, for the whole published answer',
    what: 'handWrittenWhole',
    does: 'less: as above, but reads every field that ours does, in both shapes',
    bar: 1.5,
  },
  {
    name: 'the twenty lines, and a small widget',
    what: 'handWrittenWidget',
    does: 'less: a heading, a bar, the steps; no form field, one kind of advice',
    bar: null,
  },
  {
    name: '@fal-ai/client',
    what: 'fal',
    does: 'as the hook: asks until a job ends, with a deadline; submits it too; not for React; draws nothing',
    bar: 1,
  },
  {
    name: '@trigger.dev/react-hooks, useRealtimeRun',
    what: 'trigger',
    does: 'as the hook: follows a job until it ends, over a stream; draws nothing',
    bar: 1,
  },
  {
    name: 'swr, useSWR',
    what: 'swr',
    does: 'less: asks again and again; no end, no deadline, no contract; is itself what react-query is to us',
    bar: null,
  },
  {
    name: '@base-ui/react, Progress',
    what: 'baseUi',
    does: 'less: a bar and its label; watches nothing',
    bar: null,
  },
  {
    name: 'react-aria-components, ProgressBar and Label',
    what: 'reactAria',
    does: 'less: a bar and its label; watches nothing',
    bar: null,
  },
  {
    name: '@radix-ui/react-progress',
    what: 'radix',
    does: 'less: a bar; watches nothing',
    bar: null,
  },
  {
    name: 'sonner, Toaster and toast',
    what: 'sonner',
    does: 'other: says how a promise ends, styles included; watches nothing',
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
      toRow('the same, for the whole published answer', 'handWrittenWhole'),
      toRow('the twenty lines, and a small widget', 'handWrittenWidget'),
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
    ['beside', 'kB', 'our hook', 'our widget', 'what it does', 'bar', ''],
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

What a host's page loads more, bundled by Vite for production, minified and brotli, in kB of 1000 bytes. React is outside
throughout, and react-query too unless it says otherwise: our peer dependency, which the twenty lines need as well. The
twenty lines are in \`bench/hand-written\`: \`useQuery\`, \`refetchInterval\`, an answer of four fields read by zod/mini.

${bytes}

Ours beside others: our size, zod inside, divided by theirs with all that they bring. The bars: smaller than every peer
that does as much, and within 1.5 of the twenty lines, which stand here twice: as one writes them, and with a schema for all
that ours reads. No peer does as much as the widget; it is held to the bars of the
hook. What only draws, or only fetches, is there for scale.

${ratios}

Why the shorter twenty lines are out of reach: zod/mini is ${toKb(withZod.handWrittenHook - withoutZod.handWrittenHook)} of their ${toKb(withZod.handWrittenHook)} kB, and the hook's own ${toKb(withoutZod.hook)} kB is what
they leave out: the deadline that a sleeping laptop does not trip, three kinds of errors, \`Retry-After\`, a limit for
each request, callbacks that tell each end once, an answer that never goes backwards. The widget brings beside it every word
of English, advice for each failure, announcements, kept focus and a form field.

A host without react-query loads that too: then the hook is ${(withQuery.hook / peers.fal).toFixed(2)} of @fal-ai/client, the widget ${(withQuery.widget / peers.fal).toFixed(2)}, and
the hook ${(withQuery.hook / peers.swr).toFixed(2)} times swr. \`npm test\` holds our own sizes.
`
  return { text, isMet: rows.every(({ over }) => over.length === 0) }
}
