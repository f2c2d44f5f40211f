import { readFileSync } from 'node:fs'
import { QueryClient } from '@tanstack/react-query'
import { version as react } from 'react'
import { version as reactDom } from 'react-dom'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
// By its path, which no alias touches.
import * as oldest from '../../compat/floor/node_modules/@tanstack/react-query/build/modern/index.js'

it('these tests run on the oldest React that a host may have', () => {
  expect(manifest.peerDependencies.react).toBe('^18 || ^19')
  expect([react, reactDom]).toEqual(['18.3.1', '18.3.1'])
})

it('and on the oldest react-query', () => {
  const { version } = JSON.parse(
    readFileSync('compat/floor/node_modules/@tanstack/react-query/package.json', 'utf8'),
  )
  expect(manifest.peerDependencies['@tanstack/react-query']).toBe('>=5.80 <6')
  expect(version).toBe('5.80.0')
  // It says its version nowhere at run time, so its identity is what tells.
  expect(QueryClient).toBe(oldest.QueryClient)
})
