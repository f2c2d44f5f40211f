import { toTable } from '../toTable.mjs'
import { argued } from './argued.mjs'

/** The share of mutants that must be noticed, in each room and in all. */
const BAR = 0.9

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement: string, location: { start: Position, end: Position } }} Mutant */

/** What the source says where a mutant is, the lines in one. @param {string} source @param {Mutant} mutant */
function mutatedLine(source, { replacement, location: { start, end } }) {
  const lines = source.split('\n')
  const before = lines[start.line - 1]?.slice(0, start.column - 1)
  const after = lines[end.line - 1]?.slice(end.column - 1)
  return `${before}${replacement}${after}`.replace(/\s+/g, ' ').trim()
}

/**
 * What came of the mutants: a table, and the survivors with the argument of each.
 *
 * @param {string[]} rooms
 * @param {Record<string, { source: string, mutants: Mutant[] }>} files as Stryker's report has them, by path
 */
export function describeMutants(rooms, files) {
  const mutants = Object.entries(files)
    .sort()
    .flatMap(([path, { source, mutants }]) =>
      mutants.map((mutant) => ({ path, status: mutant.status, line: mutatedLine(source, mutant) })),
    )

  const scores = [...rooms.map((room) => [room, `src/${room}/`]), ['all', '']].map(
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
    ['room', 'mutants', 'killed', 'timed out', 'survived', 'score', 'bar', ''],
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
      .map(({ line }) => `- \`\` ${line} \`\`: ${argued[file]?.[line] ?? '**not argued**'}`)
    return `### ${file}\n\n${lines.join('\n')}\n`
  })

  return {
    text: `# Mutants

\`npm run test:mutation\` changes the sources of contract, transport, polling and proxy in small ways, one at a time, runs the
rooms' own tests on each, and writes this file. A change that a test notices is killed, one that makes them wait or run for
ever is timed out, and one that none notices survives. The score is the share of those that are noticed; the survivors that
no test could notice count against it too. Stryker makes the changes, all that it knows, in the version that
\`bench/mutation/package.json\` pins.

Not run are the tests of other rooms, which use these rooms too, and those of contract and proxy that are random, long or in
real time. With them the score could only be higher, but not the same on every run.

${table}

## Survivors

Each as the mutant has it, and why no test can or need notice it.

${list.join('\n')}${stale.length > 0 ? `\n## Argued, but noticed\n\n${stale.join('\n')}\n` : ''}`,
    isMet: open.length === 0 && stale.length === 0 && scores.every(({ score }) => score >= BAR),
  }
}
