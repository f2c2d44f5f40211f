import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { describePublicFace } from '../describePublicFace.ts'
import { entryPoints } from '../entryPoints.ts'

const modules = entryPoints.map(({ subpath, types }) => ({
  name: `${manifest.name}${subpath.slice(1)}`,
  types,
}))

/** What plain Node gets: no bundler, no browser, as in server rendering. */
function importInNode(name: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(name)}))))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  )
}

it.each(modules)('Node imports $name, and finds the values that its types declare', ({ name, types }) => {
  const declared = Object.entries(describePublicFace(types)).filter(([, text]) =>
    text.startsWith('export declare'),
  )
  expect(importInNode(name).sort()).toEqual(declared.map(([value]) => value).sort())
})
