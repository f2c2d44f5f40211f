import { readFileSync } from 'node:fs'
import { QueryClient } from '@tanstack/react-query'
import { version as react } from 'react'
import { version as reactDom } from 'react-dom'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
// By their paths, which no alias touches.
import * as oldest from './node_modules/@tanstack/react-query/build/modern/index.js'
import * as newest from '../../node_modules/@tanstack/react-query/build/modern/index.js'

const peers = process.env.PEERS!
const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }).version

it('vitest project: runs on the React version that its name says', () => {
  expect(manifest.peerDependencies.react).toBe('^18 || ^19')
  const expected = peers === 'old-query' ? versionOf('node_modules/react') : '18.3.1'
  expect([react, reactDom]).toEqual([expected, expected])
})

it('vitest project: runs on the react-query version that its name says', () => {
  expect(manifest.peerDependencies['@tanstack/react-query']).toBe('>=5.80 <6')
  expect(versionOf('test/oldest-peers/node_modules/@tanstack/react-query')).toBe('5.80.0')
  // It says its version nowhere at run time, so its identity is what tells.
  expect(QueryClient).toBe((peers === 'old-react' ? newest : oldest).QueryClient)
})
