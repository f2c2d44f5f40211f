import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { describePublicFace } from '../describePublicFace.ts'
import { entryPoints } from '../entryPoints.ts'

const modules = entryPoints.map(({ subpath, types }) => ({
  name: `${manifest.name}${subpath.slice(1)}`,
  types,
}))

/** Runs a script in plain Node, without a bundler or a browser, as in server rendering. Returns the JSON that it prints. */
function runInNode(type: 'module' | 'commonjs', script: string): unknown {
  return JSON.parse(
    execFileSync(process.execPath, [`--input-type=${type}`, '--eval', script], { encoding: 'utf8' }),
  )
}

/** The exports of every entry point, from one process: starting Node takes longer than the imports. */
const exportsOf = runInNode(
  'module',
  `const exportsOf = {}
   for (const name of ${JSON.stringify(modules.map(({ name }) => name))}) exportsOf[name] = Object.keys(await import(name))
   console.log(JSON.stringify(exportsOf))`,
) as Record<string, string[]>

describe('entry points', () => {
  it.each(modules)('Node imports $name and finds the values that its types declare', ({ name, types }) => {
    const declared = Object.entries(describePublicFace(types)).filter(([, text]) =>
      text.startsWith('export declare'),
    )
    expect(exportsOf[name]!.sort()).toEqual(declared.map(([value]) => value).sort())
  })

  it('itr-progress/testing loads with require(), so none of its modules has a top-level await', () => {
    const script = `console.log(JSON.stringify(typeof require('${manifest.name}/testing').createItrSimulator))`
    expect(runInNode('commonjs', script)).toBe('function')
  })
})
