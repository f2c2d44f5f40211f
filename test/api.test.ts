import { expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { describePublicFace } from './describePublicFace.ts'
import { entryPoints } from './entryPoints.ts'

// A change of the public face shows in the diff of __snapshots__/api.test.ts.snap.

it('package.json exports these entry points', () => {
  expect(Object.keys(manifest.exports)).toMatchSnapshot()
})

it.each(entryPoints)('$subpath exports these names', ({ types }) => {
  expect(describePublicFace(types)).toMatchSnapshot()
})
