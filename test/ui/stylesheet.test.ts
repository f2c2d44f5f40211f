import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStyles } from '../../scripts/styles.mjs'
import { tokenNames } from '../tokenNames.ts'

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')
const css = withoutComments(readStyles())

describe('styles.css', () => {
  it('is styles.unlayered.css in one cascade layer, and names no layer of utilities', () => {
    expect(withoutComments(readFileSync('src/ui/styles.css', 'utf8')).trim().split('\n')).toEqual([
      '@layer reset, base, components;',
      "@import './styles.unlayered.css' layer(components.itr-progress);",
    ])
  })

  it('imports each file of styles/ and has no rules of its own', () => {
    const lines = withoutComments(readFileSync('src/ui/styles.unlayered.css', 'utf8')).trim().split('\n')
    const imports = readdirSync('src/ui/styles').map((file) => `@import './styles/${file}';`)
    expect(lines.sort()).toEqual(imports.sort())
  })

  it('reads the public tokens of the type ItrToken and sets none', () => {
    const read = new Set([...css.matchAll(/var\(--itr-([\w-]+),/g)].map(([, name]) => name))
    expect(read).toEqual(new Set(tokenNames))
    expect(css).not.toMatch(/(?<=[\s;{])--itr-[\w-]+:/)
  })

  it('names animations and containers with the prefix itr-', () => {
    expect([...css.matchAll(/@keyframes ([\w-]+)/g)].every(([, name]) => name?.startsWith('itr-'))).toBe(true)
    expect([...css.matchAll(/@container ([\w-]+)/g)].map(([, name]) => name)).toEqual(['itr-progress'])
  })

  it('uses logical directions', () => {
    expect(css).not.toMatch(/[\s;{](\w+-)?(left|right|top|bottom)(-\w+)*:/)
    expect(css).not.toMatch(/[\s;{]((min|max)-)?(width|height):/)
    expect(css).not.toMatch(/text-align: (left|right)/)
  })

  it('has hover styles only where a pointer hovers: a touch screen keeps them after a tap', () => {
    expect(css.split(/:hover\b/)).toHaveLength(3)
    expect(css.replace(/@media \(hover: hover\) \{[^]*?\n\}/, '')).not.toMatch(/:hover\b/)
  })

  it('has no contain-intrinsic-size, which Safari 16 does not know', () => {
    expect(css).not.toContain('contain-intrinsic')
  })

  it('loads nothing', () => {
    expect(css).not.toMatch(/url\(|@import/)
  })

  it('moves only by transforms and opacity', () => {
    const keyframes = [...css.matchAll(/@keyframes [\w-]+ \{((?:[^{}]*\{[^{}]*\})*)/g)].map(
      ([, body]) => body,
    )
    const properties = keyframes.flatMap((body) => [...body!.matchAll(/([\w-]+):/g)].map(([, name]) => name))
    expect(new Set(properties)).toEqual(new Set(['transform', 'opacity']))
    expect(css).not.toContain('transition')
  })

  it('has a hatched bar and a pulse of the current step only while the job is polled', () => {
    for (const motion of ['repeating-linear-gradient', 'animation: itr-pulse']) {
      const selector = new RegExp(`([^{};]+)\\{[^{}]*${motion}`).exec(css)?.[1]
      expect([motion, selector]).toEqual([motion, expect.stringContaining('[data-polling]')])
    }
  })
})
