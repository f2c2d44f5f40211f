import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathOf, read } from './pages.ts'

describe('docs/accessibility.md', () => {
  it('names a test that exists for each criterion', () => {
    const rows = [...read('docs/accessibility.md').matchAll(/^\| \d.*$/gm)]
    expect(rows.length).toBeGreaterThan(10)
    for (const [row] of rows) {
      const tests = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file)
      expect([row, tests.filter((file) => existsSync(pathOf(file)))]).toEqual([row, tests])
      expect(tests).not.toEqual([])
    }
  })
})
