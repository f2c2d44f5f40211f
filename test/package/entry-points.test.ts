import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { describePublicFace } from '../describePublicFace.ts'
import { entryPoints } from '../entryPoints.ts'

const modules = entryPoints.map(({ subpath, types }) => ({
  name: `${manifest.name}${subpath.slice(1)}`,
  types,
}))

/** The exports of each module in plain Node: no bundler, no browser, as in server rendering. */
function importInNode(names: string[]): Record<string, string[]> {
  const script = `
    const exportsOf = {}
    for (const name of ${JSON.stringify(names)}) exportsOf[name] = Object.keys(await import(name))
    console.log(JSON.stringify(exportsOf))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  )
}

const exportsOf = importInNode(modules.map(({ name }) => name))

it.each(modules)('Node imports $name, and finds the values that its types declare', ({ name, types }) => {
  const declared = Object.entries(describePublicFace(types)).filter(([, text]) =>
    text.startsWith('export declare'),
  )
  expect(exportsOf[name]!.sort()).toEqual(declared.map(([value]) => value).sort())
})
