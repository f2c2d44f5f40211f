import { expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { describePublicFace } from './describePublicFace.ts'

// A change of the public face shows in the diff of __snapshots__/api.test.ts.snap.

const modules = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'object' && target.default.endsWith('.js') ? [{ subpath, types: target.types }] : [],
)

it('the package has these entry points', () => {
  expect(Object.keys(manifest.exports)).toMatchSnapshot()
})

it.each(modules)('$subpath shows hosts these names', ({ types }) => {
  expect(describePublicFace(types)).toMatchSnapshot()
})
