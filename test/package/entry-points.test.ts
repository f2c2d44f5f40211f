import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { describePublicFace } from '../describePublicFace.ts'
import { entryPoints } from '../entryPoints.ts'

const modules = entryPoints.map(({ subpath, types }) => ({
  name: `${manifest.name}${subpath.slice(1)}`,
  types,
}))

/** Runs a script in plain Node, without a bundler or a browser, as in server rendering. Returns the JSON that it prints. */
function runInNode(type: 'module' | 'commonjs', expression: string): unknown {
  const script = `console.log(JSON.stringify(${expression}))`
  return JSON.parse(
    execFileSync(process.execPath, [`--input-type=${type}`, '--eval', script], { encoding: 'utf8' }),
  )
}

it.each(modules)('Node imports $name, and finds the values that its types declare', ({ name, types }) => {
  const declared = Object.entries(describePublicFace(types)).filter(([, text]) =>
    text.startsWith('export declare'),
  )
  expect((runInNode('module', `Object.keys(await import('${name}'))`) as string[]).sort()).toEqual(
    declared.map(([value]) => value).sort(),
  )
})

it('itr-progress/testing loads with require(), so none of its modules has a top-level await', () => {
  expect(runInNode('commonjs', `typeof require('${manifest.name}/testing').createItrSimulator`)).toBe(
    'function',
  )
})
