import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findLayerViolations } from './findLayerViolations.ts'

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
)
const sources = Object.fromEntries(
  paths.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, readFileSync(`src/${path}`, 'utf8')]),
)

describe('src', () => {
  it('has no import against the layers, no import cycle and no logic in an entry point', () => {
    expect(Object.keys(sources)).toContain('contract/parseItrJob.ts')
    expect(findLayerViolations(sources)).toEqual([])
  })
})

describe('findLayerViolations', () => {
  it.each([
    ['contract/a.ts', `import * as z from 'zod/mini'\nimport { parseJson } from '../internal/parseJson.ts'`],
    ['transport/a.ts', `export type { ItrJob } from '../contract/ItrJob.ts'`],
    ['react/a.ts', `import { QueryClient } from '@tanstack/react-query'\nimport { useMemo } from 'react'`],
    ['view/useItrView.ts', `import { useItrDefaults } from '../react/useItrDefaults.ts'`],
    ['ui/parts/a.tsx', `import { useItrView } from '../../view/useItrView.ts'`],
    ['testing/a.ts', `type A = import('../polling/ItrJobStatusResult.ts').ItrJobStatusResult`],
    ['testing/msw/a.ts', `import { http } from 'msw'\nimport { itrProxyFetch } from '../itrProxyFetch.ts'`],
    ['proxy/node/a.ts', `import { request } from 'node:http'\nimport type { A } from '../A.ts'`],
    [
      'cli/a.ts',
      `import { createServer } from 'node:http'\nimport { itrScenarios } from '../testing/itrScenarios.ts'`,
    ],
    ['index.ts', `export { parseItrJob, type A } from './contract/parseItrJob.ts'`],
  ])('allows in %s: %s', (path, text) => {
    expect(findLayerViolations({ [path]: text })).toEqual([])
  })

  it.each([
    [
      'internal/a.ts',
      `import type { A } from '../contract/a.ts'`,
      'internal may not import anything from contract',
    ],
    ['contract/a.ts', `import type { A } from '../transport/a.ts'`, 'anything from transport'],
    ['polling/a.ts', `export * from '../transport/a.ts'`, 'anything from transport'],
    ['polling/a.ts', `type A = import('../react/a.ts').A`, 'anything from react'],
    ['react/a.ts', `const lazy = () => import('../ui/a.tsx')`, 'anything from ui'],
    ['react/a.ts', `import '../form/a.ts'`, 'anything from form'],
    ['react/a.ts', `import { en } from '../locales/en.ts'`, 'more than types from locales'],
    ['form/a.ts', 'const lazy = () => import(`../ui/a.tsx`)', 'anything from ui'],
    ['ui/a.tsx', `import { parseItrJob } from 'itr-progress'`, 'ui may not import itr-progress'],
    ['ui/a.tsx', `import { state } from '../../test/state.ts'`, '../../test/state.ts is outside src'],
    ['proxy/a.ts', `import { createHash } from 'crypto'`, 'proxy may not import crypto'],
    ['testing/a.ts', `import { type A } from '../polling/a.ts'`, 'more than types from polling'],
    ['view/a.ts', `import { useMemo } from 'react'`, 'view may not import react'],
    ['proxy/a.ts', `import { jsx } from 'react/jsx-runtime'`, 'proxy may not import react/jsx-runtime'],
    ['testing/a.ts', `import { http } from 'msw'`, 'testing may not import msw'],
    ['cli/a.ts', `import { http } from 'msw'`, 'cli may not import msw'],
    ['headless.ts', `export { a } from './ui/a.ts'`, 'headless.ts may not import anything from ui'],
    ['utils/a.ts', `import { a } from './b.ts'`, 'no layer of this name is known'],
    ['index.ts', `export * from './contract/a.ts'`, 'an entry point holds explicit named exports'],
    ['testing/index.ts', `export const a = 1`, 'an entry point holds explicit named exports'],
  ])('rejects in %s: %s', (path, text, reason) => {
    expect(findLayerViolations({ [path]: text })).toEqual([expect.stringContaining(reason)])
  })

  it('reports an import cycle of types', () => {
    const a = `import type { B } from './b.ts'`
    const b = `import type { A } from './a.ts'`
    expect(findLayerViolations({ 'view/a.ts': a, 'view/b.ts': b })).toEqual([
      'import cycle: view/a.ts -> view/b.ts -> view/a.ts',
    ])
  })
})
