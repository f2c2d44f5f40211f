import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findRoomViolations } from './findRoomViolations.ts'

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
)
const sources = Object.fromEntries(
  paths.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, readFileSync(`src/${path}`, 'utf8')]),
)

it('imports run one way through the rooms of src', () => {
  expect(Object.keys(sources)).toContain('contract/parseItrJob.ts')
  expect(findRoomViolations(sources)).toEqual([])
})

it.each([
  ['contract/a.ts', `import { parseItrJob } from './parseItrJob.ts'`],
  ['contract/a.ts', `import * as z from 'zod/mini'`],
  ['transport/a.ts', `export type { ItrJob } from '../contract/ItrJob.ts'`],
  ['react/a.ts', `import { QueryClient } from '@tanstack/react-query'\nimport { useMemo } from 'react'`],
  ['ui/parts/a.tsx', `import { useItrJobStatus } from '../../react/useItrJobStatus.ts'`],
  ['testing/a.ts', `import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'`],
  ['testing/a.ts', `type A = import('../polling/ItrJobStatusResult.ts').ItrJobStatusResult`],
  [
    'proxy/a.ts',
    `import { sha256 } from '@noble/hashes/sha2.js'\nimport { jwtDecrypt } from 'jose/jwt/decrypt'`,
  ],
  ['proxy/node/a.ts', `import { request } from 'node:http'\nimport type { A } from '../A.ts'`],
  [
    'index.ts',
    `export { parseItrJob, type A } from './contract/parseItrJob.ts'\nexport type { B } from './ui/B.ts'`,
  ],
])('allows in %s: %s', (path, text) => {
  expect(findRoomViolations({ [path]: text })).toEqual([])
})

it.each([
  // Against the direction, however it is written.
  [
    'contract/a.ts',
    `import { ask } from '../transport/ask.ts'`,
    'contract may not import anything from transport',
  ],
  [
    'contract/a.ts',
    `import type { Ask } from '../transport/ask.ts'`,
    'contract may not import anything from transport',
  ],
  [
    'transport/a.ts',
    `export { next } from '../polling/next.ts'`,
    'transport may not import anything from polling',
  ],
  ['polling/a.ts', `export * from '../react/a.ts'`, 'polling may not import anything from react'],
  ['polling/a.ts', `type A = import('../react/a.ts').A`, 'polling may not import anything from react'],
  ['react/a.ts', `const lazy = () => import('../ui/a.tsx')`, 'react may not import anything from ui'],
  ['react/a.ts', `import '../form/a.ts'`, 'react may not import anything from form'],
  ['form/a.ts', 'const lazy = () => import(`../ui/a.tsx`)', 'form may not import anything from ui'],
  ['proxy/a.ts', `import { ask } from '../transport/ask.ts'`, 'proxy may not import anything from transport'],
  ['proxy/a.ts', `import { request } from 'node:http'`, 'proxy may not import node:http'],
  ['proxy/a.ts', `import { a } from './node/a.ts'`, 'proxy may not import anything from proxy/node'],
  [
    'proxy/node/a.ts',
    `import { parseItrJob } from '../../contract/parseItrJob.ts'`,
    'proxy/node may not import anything from contract',
  ],
  [
    'testing/a.ts',
    `import { a } from '../proxy/node/a.ts'`,
    'testing may not import anything from proxy/node',
  ],
  [
    'ui/a.tsx',
    `import { itrState } from '../testing/itrState.ts'`,
    'ui may not import anything from testing',
  ],
  ['ui/a.tsx', `import { check } from '../proxy/check.ts'`, 'ui may not import anything from proxy'],
  // The kit may know what a result looks like, not how one comes about.
  [
    'testing/a.ts',
    `import { next } from '../polling/next.ts'`,
    'testing may not import more than types from polling',
  ],
  [
    'testing/a.ts',
    `import { type A } from '../polling/a.ts'`,
    'testing may not import more than types from polling',
  ],
  ['testing/a.ts', `import type { A } from '../react/a.ts'`, 'testing may not import anything from react'],
  // What is not a room's to know.
  ['contract/a.ts', `import { useMemo } from 'react'`, 'contract may not import react'],
  ['transport/a.ts', `import type { ReactNode } from 'react'`, 'transport may not import react'],
  [
    'polling/a.ts',
    `import { Query } from '@tanstack/react-query'`,
    'polling may not import @tanstack/react-query',
  ],
  ['proxy/a.ts', `import { jsx } from 'react/jsx-runtime'`, 'proxy may not import react/jsx-runtime'],
  ['proxy/a.ts', `import { createHash } from 'node:crypto'`, 'proxy may not import node:crypto'],
  ['proxy/a.ts', `import { createHash } from 'crypto'`, 'proxy may not import crypto'],
  ['ui/a.tsx', `import { http } from 'msw'`, 'ui may not import msw'],
  ['ui/a.tsx', `import { parseItrJob } from 'itr-progress'`, 'ui may not import itr-progress'],
  // Outside the rooms.
  ['ui/a.tsx', `import { state } from '../../test/state.ts'`, '../../test/state.ts is outside src'],
  ['testing/a.ts', `import type { A } from '../../demo/a.ts'`, '../../demo/a.ts is outside src'],
  [
    'contract/a.ts',
    `import { parseItrJob } from '../index.ts'`,
    'contract may not import anything from index.ts',
  ],
  ['index.ts', `export { check } from './proxy/check.ts'`, 'index.ts may not import anything from proxy'],
  ['utils/a.ts', `import { a } from './b.ts'`, 'no room of this name is known'],
  // A face shows names, and has no life of its own.
  ['index.ts', `export * from './contract/a.ts'`, 'a face holds explicit named exports and nothing else'],
  ['proxy/index.ts', `export * as z from './a.ts'`, 'a face holds explicit named exports and nothing else'],
  ['testing/index.ts', `export const a = 1`, 'a face holds explicit named exports and nothing else'],
  ['index.ts', `import './contract/a.ts'`, 'a face holds explicit named exports and nothing else'],
])('refuses in %s: %s', (path, text, reason) => {
  expect(findRoomViolations({ [path]: text })).toEqual([expect.stringContaining(reason)])
})
