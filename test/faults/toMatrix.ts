import { toTable } from '../../bench/toTable.mjs'
import type { Fault } from './Fault.ts'
import { faults } from './faults.ts'
import type { Observation } from './Observation.ts'
import { sayings } from './sayings.ts'

const HEAD = [
  'fault',
  'a check fails as',
  'passes: phase',
  'requests',
  'lasts: phase',
  'reached',
  'the person reads, while it lasts',
  'asked again',
  'left running',
]

/** What was seen, as docs/faults.md says it. */
export function toMatrix(observations: ReadonlyMap<Fault, Observation>): string {
  const sections = Object.entries(faults).map(([title, members]) => {
    const rows = members.flatMap((fault) => {
      const observed = observations.get(fault)
      return observed ? [toRow(fault, observed)] : []
    })
    return `## ${title}\n\n${toTable(HEAD, rows)}`
  })
  const words = Object.entries(sayings).map(([name, [heading, message]]) => [`_${name}_`, heading, message])
  return [
    `${observations.size} faults.`,
    ...sections,
    `## What the person reads\n\n${toTable(['', 'heading', 'message'], words)}`,
  ].join('\n\n')
}

function toRow({ name }: Fault, { error, passing, lasting, asksAgain, left }: Observation): string[] {
  const { requests, heard } = passing
  return [
    name,
    error ? `${error.kind}, \`${error.code}\`` : 'none: an answer',
    `\`${passing.phases.at(-1)}\``,
    requests === heard ? `${requests}` : `${requests} (${heard})`,
    `\`${lasting.phases.at(-1)}\``,
    lasting.reached,
    lasting.reads.map((words) => `_${words}_`).join(', '),
    `\`${asksAgain.phases.at(-1)}\`, ${asksAgain.requests}`,
    left.length === 0 ? 'nothing' : left.join(', '),
  ]
}
