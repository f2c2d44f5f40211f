import { toTable } from '../toTable.mjs'
import { argued } from './argued.mjs'

/** The share of mutants that must be noticed, of each room and of all. */
const BAR = 0.9

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement: string, location: { start: Position, end: Position } }} Mutant */
/** @typedef {Record<string, { source: string, mutants: Mutant[] }>} Files as Stryker's report has them, by path */

/** The lines that a mutant is in, as it makes them, on one line. @param {string} source @param {Mutant} mutant */
function mutatedLine(source, { replacement, location: { start, end } }) {
  const lines = source.split('\n')
  const before = lines[start.line - 1]?.slice(0, start.column - 1)
  const after = lines[end.line - 1]?.slice(end.column - 1)
  return `${before}${replacement}${after}`.replace(/\s+/g, ' ').trim()
}

/** @param {Mutant[]} mutants @param {string[]} statuses */
const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length

/**
 * What came of the mutants: a table, and the survivors with the argument of each.
 *
 * @param {string[]} rooms
 * @param {Files} files
 */
export function describeMutants(rooms, files) {
  const paths = Object.keys(files).sort()
  const ofRooms = rooms.map((room) => ({
    name: room,
    mutants: paths
      .filter((path) => path.startsWith(`src/${room}/`))
      .flatMap((path) => files[path]?.mutants ?? []),
  }))
  const rows = [...ofRooms, { name: 'all', mutants: ofRooms.flatMap(({ mutants }) => mutants) }].map(
    ({ name, mutants }) => {
      const killed = count(mutants, 'Killed')
      const timedOut = count(mutants, 'Timeout')
      const survived = count(mutants, 'Survived', 'NoCoverage')
      const score = (killed + timedOut) / (killed + timedOut + survived)
      return { name, killed, timedOut, survived, score }
    },
  )

  const survivors = paths.flatMap((path) =>
    (files[path]?.mutants ?? [])
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => {
        const line = mutatedLine(files[path]?.source ?? '', mutant)
        return { path, line, why: argued[path]?.[line] }
      }),
  )
  const stale = Object.entries(argued).flatMap(([path, lines]) =>
    Object.keys(lines)
      .filter((line) => files[path] && !survivors.some((other) => other.path === path && other.line === line))
      .map((line) => ({ path, line })),
  )

  const table = toTable(
    ['room', 'mutants', 'killed', 'timed out', 'survived', 'score', 'bar', ''],
    rows.map(({ name, killed, timedOut, survived, score }) => [
      name,
      `${killed + timedOut + survived}`,
      `${killed}`,
      `${timedOut}`,
      `${survived}`,
      `**${(score * 100).toFixed(1)} %**`,
      `≥ ${BAR * 100} %`,
      score >= BAR ? 'met' : '**missed**',
    ]),
  )
  const list = [...new Set(survivors.map(({ path }) => path))].map(
    (path) => `### ${path}

${survivors
  .filter((survivor) => survivor.path === path)
  .map(({ line, why }) => `- \`\` ${line} \`\`: ${why ?? '**not argued**'}`)
  .join('\n')}`,
  )
  return {
    text: `# Mutants

\`npm run test:mutation\` changes the sources of contract, transport, polling and proxy in small ways, one at a time, runs the
rooms' own tests on each, and writes this file. A change that a test notices is killed, one that makes them run for ever is
timed out, and one that none notices survives. The score is the share of those that are noticed; survivors that cannot be
noticed count against it too. Mutated by Stryker, with all its mutators, in the version that \`bench/mutation/package.json\` pins.

Left out are the tests of other rooms, which run these rooms too, and the suites of contract and proxy that are random or in
real time: with them the score could only be higher, but not the same on every run.

${table}

## Survivors

${survivors.length === 0 ? 'None.' : 'Each as the mutant has it, and why no test can or need notice it.'}

${list.join('\n\n')}
${stale.map(({ path, line }) => `\n- argued, but noticed: ${path}, \`\` ${line} \`\``).join('')}
`,
    isMet:
      survivors.every(({ why }) => why !== undefined) &&
      stale.length === 0 &&
      rows.every(({ score }) => score >= BAR),
  }
}
