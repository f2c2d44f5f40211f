import { readdirSync } from 'node:fs'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { resolveProxyOptions } from '../../src/proxy/resolveProxyOptions.ts'
import { resolveOptions } from '../../src/react/resolveOptions.ts'
import { resolveSimulatorOptions } from '../../src/testing/simulator/resolveSimulatorOptions.ts'
import { pathOf, read } from './pages.ts'
import { readPublicTypes } from './publicTypes.ts'

/** One row of a table. */
interface Row {
  /** The heading above the table, without backticks. */
  heading: string
  /** Head of the first column: `option`, `field`, `name`. */
  kind: string
  /** Names in the first cell. `...ItrFieldProps` stands for the rows below that heading. */
  names: readonly string[]
  cells: Readonly<Record<string, string>>
}

function parseRows(page: string): Row[] {
  let heading = ''
  let head: readonly string[] | undefined
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('#')) heading = line.replace(/^#+ /, '').replaceAll('`', '')
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|'))
    if (cells.length === 0) head = undefined
    if (cells.length === 0 || cells[0]!.startsWith('---')) return []
    if (!head) {
      head = cells
      return []
    }
    const names = [...cells[0]!.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name)
    return [
      { heading, kind: head[0]!, names, cells: Object.fromEntries(head.map((name, i) => [name, cells[i]!])) },
    ]
  })
}

const page = read('docs/api.md')
const rows = parseRows(page)
const isExport = ({ kind }: Row) => kind === 'name' || kind === 'component'

/** Returns the members below the heading of a type, and those that it includes by `...`. */
const membersOf = (type: string): string[] =>
  rows
    .filter((row) => row.heading === type && !isExport(row))
    .flatMap(({ names }) => names)
    .flatMap((name) => (name.startsWith('...') ? membersOf(name.slice(3)) : name))

/** Returns the exports that a part of the page describes: in a row, or under a heading with a table of members. */
const namesIn = (part: string) => [
  ...new Set(parseRows(part).flatMap((row) => (isExport(row) ? row.names : row.heading))),
]

const sourceOf: Readonly<Record<string, string>> = {
  'itr-progress': 'src/index.ts',
  'itr-progress/proxy': 'src/proxy/index.ts',
  'itr-progress/proxy/node': 'src/proxy/node/index.ts',
  'itr-progress/testing': 'src/testing/index.ts',
  'itr-progress/testing/msw': 'src/testing/msw/index.ts',
}
const entryPoints = Object.entries(sourceOf).map(([entryPoint, source]) => ({
  entryPoint,
  types: readPublicTypes(source),
  part: page.split(`\n## \`${entryPoint}\`\n`)[1]!.split('\n## ')[0]!,
}))

const { ItrHeaders } = readPublicTypes('src/transport/fetchItrStatus.ts')
const { ItrDuration } = readPublicTypes('src/polling/ItrJobStatusResult.ts')

/** Replaces the names that the package does not export by their definition. */
const toPlainType = (type: string | undefined) =>
  type
    ?.replace('ItrHeaders', ItrHeaders!.type!)
    .replace('Partial<ItrDuration>', describeDuration('?'))
    .replace('ItrDuration', describeDuration(''))

function describeDuration(mark: '' | '?') {
  const members = Object.entries(ItrDuration!.properties).map(([name, { type }]) => `${name}${mark}: ${type}`)
  return `{ ${members.join('; ')} }`
}

describe('docs/api.md', () => {
  it('lists each entry point', () => {
    const listed = rows.filter(({ kind }) => kind === 'import').map(({ cells }) => cells.import!)
    const subpaths = listed.flatMap((cell) =>
      [...cell.matchAll(/`itr-progress(.*?)`/g)].map(([, path]) => `.${path}`),
    )
    expect(subpaths.sort()).toEqual(Object.keys(manifest.exports).sort())
  })

  it.each(entryPoints)('lists the exports of $entryPoint', ({ types, part }) => {
    expect(namesIn(part).sort()).toEqual(Object.keys(types).sort())
  })

  it('lists the exports of itr-progress/headless outside "Widget"', () => {
    const [outside] = entryPoints[0]!.part.split('\n### Widget\n')
    expect(namesIn(outside!).sort()).toEqual(Object.keys(readPublicTypes('src/headless.ts')).sort())
  })

  it('lists the languages', () => {
    const files = readdirSync(pathOf('src/locales')).map((file) => file.replace('.ts', ''))
    const languages = rows.filter(({ heading }) => heading === 'itr-progress/locales/*')
    expect(languages.flatMap(({ names }) => names)).toEqual(files.filter((name) => name !== 'ItrMessages'))
  })
})

describe.each(entryPoints)('docs/api.md, $entryPoint', ({ types, part }) => {
  const listed = parseRows(part)
  const members = listed.filter((row) => !isExport(row))
  const propertyOf = ({ heading, names: [name = ''] }: Row) => types[heading]!.properties[name]!

  it('lists the members of each type', () => {
    for (const type of new Set(members.map(({ heading }) => heading)))
      expect({ type, members: membersOf(type).sort() }).toEqual({
        type,
        members: Object.keys(types[type]!.properties).sort(),
      })
  })

  it('has the types of the source', () => {
    for (const row of listed.filter(({ cells }) => cells.type?.startsWith('`'))) {
      const { type } = isExport(row) ? types[row.names[0]!]! : propertyOf(row)
      expect({ ...row, type: row.cells.type }).toEqual({ ...row, type: `\`${toPlainType(type)}\`` })
    }
  })

  it('names the required options', () => {
    const options = members.filter(({ cells }) => cells.default && cells.type !== '–')
    const nameOf = ({ heading, names }: Row) => `${heading}.${names[0]}`
    expect(options.filter(({ cells }) => cells.default === 'required').map(nameOf)).toEqual(
      options.filter((row) => !propertyOf(row).isOptional).map(nameOf),
    )
  })
})

describe('docs/api.md, defaults', () => {
  const hookOptions = { jobId: 'handle', proxyUrl: '/status' }
  const proxyOptions = {
    apiKey: 'key',
    apiSecret: 'secret',
    resolveJob: () => null,
    upstream: () => Promise.reject(new Error()),
  }
  const { url, ...proxySettings } = resolveProxyOptions(proxyOptions)
  const baseUrl = url.replace('/itr-analyzer/status', '')

  it.each<[string, object, object]>([
    ['ItrJobStatusOptions', hookOptions, resolveOptions(hookOptions)],
    ['ItrStatusProxyOptions', proxyOptions, { ...proxySettings, baseUrl }],
    ['ItrSimulatorOptions', {}, resolveSimulatorOptions({})],
  ])('has the defaults of %s', (type, given, settings) => {
    const defaults = new Map(Object.entries(settings).filter(([option]) => !(option in given)))
    for (const { names, cells } of rows.filter(({ heading }) => heading === type)) {
      const value: unknown = defaults.get(names[0]!)
      if (value === null || value === undefined || /^\[|^Set/.test(inspect(value))) continue
      expect([names[0], cells.default]).toEqual([names[0], `\`${inspect(value)}\``])
    }
  })
})
