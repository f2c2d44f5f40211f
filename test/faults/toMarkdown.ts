import { toTable } from '../../bench/toTable.mjs'
import type { Fault } from './Fault.ts'
import { faults } from './faults.ts'
import type { Observation } from './runFault.ts'
import { texts } from './texts.ts'

const head = [
  'fault',
  'error of a poll',
  'passing: phase',
  'requests',
  'lasting: phase',
  'reached',
  'texts while it lasts',
  'after "Check again"',
  'left running',
]

/** Returns the generated part of docs/faults.md. */
export function toMarkdown(observations: ReadonlyMap<Fault, Observation>): string {
  const sections = Object.entries(faults).map(([title, members]) => {
    const rows = members.flatMap((fault) => {
      const observation = observations.get(fault)
      return observation ? [toRow(fault, observation)] : []
    })
    return `## ${title}\n\n${toTable(head, rows)}`
  })
  const names = Object.entries(texts).map(([name, [heading, message]]) => [`_${name}_`, heading, message])
  const legend = `## Texts\n\n${toTable(['', 'heading', 'message'], names)}`
  return [`${observations.size} faults.`, ...sections, legend].join('\n\n')
}

function toRow({ name }: Fault, { error, passing, lasting, retrying, leftovers }: Observation): string[] {
  const { requests, received } = passing
  return [
    name,
    error ? `${error.kind}, \`${error.code}\`` : 'none',
    `\`${passing.phases.at(-1)}\``,
    requests === received ? `${requests}` : `${requests} (${received})`,
    `\`${lasting.phases.at(-1)}\``,
    lasting.reached,
    lasting.texts.map((text) => `_${text}_`).join(', '),
    retrying.phases.length === 0 ? 'no button' : `\`${retrying.phases.at(-1)}\`, ${retrying.requests}`,
    leftovers.length === 0 ? 'nothing' : leftovers.join(', '),
  ]
}
