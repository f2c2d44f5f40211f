import { toTable } from '../toTable.mjs'
import { argued } from './argued.mjs'

/** Required share of detected mutants, in each layer and in all. */
const BAR = 0.95

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement: string, location: { start: Position, end: Position } }} Mutant */

/** The mutated statement on one line. @param {string} source @param {Mutant} mutant */
function mutatedLine(source, { replacement, location: { start, end } }) {
  const lines = source.split('\n')
  const before = lines[start.line - 1]?.slice(0, start.column - 1)
  const after = lines[end.line - 1]?.slice(end.column - 1)
  return `${before}${replacement}${after}`.replace(/\s+/g, ' ').trim()
}

/**
 * The report: a table of scores, and each survivor with the reason why it is acceptable.
 *
 * @param {string[]} layers
 * @param {Record<string, { source: string, mutants: Mutant[] }>} files of Stryker's report, by path
 */
export function describeMutants(layers, files) {
  const mutants = Object.entries(files)
    .sort()
    .flatMap(([path, { source, mutants }]) =>
      mutants.map((mutant) => ({ path, status: mutant.status, line: mutatedLine(source, mutant) })),
    )

  const scores = [...layers.map((layer) => [layer, `src/${layer}/`]), ['all', '']].map(
    ([name = '', folder = '']) => {
      /** @param {string[]} statuses */
      const count = (...statuses) =>
        mutants.filter(({ path, status }) => path.startsWith(folder) && statuses.includes(status)).length
      const [killed, timedOut, survived] = [
        count('Killed'),
        count('Timeout'),
        count('Survived', 'NoCoverage'),
      ]
      const all = killed + timedOut + survived
      return { name, all, killed, timedOut, survived, score: (killed + timedOut) / all }
    },
  )
  const table = toTable(
    ['layer', 'mutants', 'killed', 'timed out', 'survived', 'score', 'bar', ''],
    scores.map(({ name, all, killed, timedOut, survived, score }) => [
      name,
      ...[all, killed, timedOut, survived].map(String),
      `**${(score * 100).toFixed(1)} %**`,
      `≥ ${BAR * 100} %`,
      score >= BAR ? 'met' : '**missed**',
    ]),
  )

  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const open = survivors.filter(({ path, line }) => !argued[path]?.[line])
  const stale = Object.entries(argued).flatMap(([path, lines]) =>
    Object.keys(lines)
      .filter(
        (line) => path in files && !survivors.some((other) => other.path === path && other.line === line),
      )
      .map((line) => `- ${path}, \`\` ${line} \`\``),
  )
  const list = [...new Set(survivors.map(({ path }) => path))].map((file) => {
    const lines = survivors
      .filter(({ path }) => path === file)
      .map(({ line }) => `- \`\` ${line} \`\`: ${argued[file]?.[line] ?? '**no reason given**'}`)
    return `### ${file}\n\n${lines.join('\n')}\n`
  })

  return {
    text: `# Mutants

\`npm run test:mutation\` writes this file. It changes the sources of each layer, one small step at a time, and runs the layer's
own tests on each change (a *mutant*). If a test fails, the mutant is *killed*. If the tests hang, it is *timed out*. If all
tests pass, it has *survived*. The score is the share of mutants that were killed or timed out. Survivors that no test can kill
count against it too. [Stryker](https://stryker-mutator.io) makes the mutants with all the mutators that it has, in the version
that \`bench/mutation/package.json\` pins.

Tests of other layers do not run, even if they use this layer. Nor do random and long tests: they could only raise the score, but
it would differ from run to run. In \`ui\` only the files without JSX are mutated: the tests of \`form\` run for \`useJobField\`, and only a browser can test \`useKeptHeight\`.

${table}

## Survivors

Each mutated line, with the reason why no test can or must kill it.

${list.join('\n')}${stale.length > 0 ? `\n## Reasons for mutants that did not survive\n\n${stale.join('\n')}\n` : ''}`,
    isMet: open.length === 0 && stale.length === 0 && scores.every(({ score }) => score >= BAR),
  }
}
