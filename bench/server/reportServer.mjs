import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/bundle.mjs'
import { spread, spreadToText } from '../spread.mjs'
import { resultOf } from '../startChild.mjs'
import { toTable } from '../toTable.mjs'

/** Times the plain parts. */
const BAR = 3

const REASON = `
Why the bar is missed: the plain parts have their texts. The widget looks up and formats about twenty texts, which takes a fifth
of the time, and merges the host's props and refs into each part, which takes a tenth.
`

/** V8 does not optimize the same code alike in each process: the figure of one is off by up to 20 %. */
const PROCESSES = 5

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))

/** Builds the elements for production. @returns the URL of the module */
async function buildElements() {
  const code = await bundle("export * from './elements.tsx'", {
    folder: path('./'),
    external: ['react', 'react-dom'],
    alias: {
      'itr-progress/testing': path('../../dist/testing/index.js'),
      'itr-progress': path('../../dist/index.js'),
    },
  })
  // In bench/, so that it imports the same React as the measurement.
  const url = new URL('../node_modules/.cache/server/elements.mjs', import.meta.url)
  await mkdir(new URL('./', url), { recursive: true })
  await writeFile(url, code)
  return url.href
}

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportServer() {
  /** @type {{ widget: number, plainParts: number }[]} */
  const rounds = []
  const elements = await buildElements()
  for (let count = 0; count < PROCESSES; count++)
    rounds.push(...(await resultOf('server/measureServer.mjs', [elements])))
  const ratio = spread(rounds.map(({ widget, plainParts }) => widget / plainParts))
  const isMet = ratio.median <= BAR
  const table = toTable(
    ['rendered', 'CPU time beside the plain parts', 'bar', ''],
    [['`ItrProgress`', spreadToText(ratio), `≤ ${BAR}`, isMet ? 'met' : 'missed']],
  )
  const text = `## Server

\`renderToString\` in Node with NODE_ENV=production: \`<ItrProgress result={result} />\` for a job in \`processing\`, beside the
same HTML from plain components that read constant texts from a context. Median of ${rounds.length} pairs of rounds in
${PROCESSES} processes, quartiles in brackets.

${table}
${isMet ? '' : REASON}`
  return { text, isMet }
}
