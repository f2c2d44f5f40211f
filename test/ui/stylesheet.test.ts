import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStyles } from '../../scripts/styles.mjs'
import type { ItrPhase } from '../../src/index.ts'
import type { ItrToken } from '../../src/ui/root/appearance.ts'

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')
const css = withoutComments(readStyles())

const tokens: Record<ItrToken, true> = {
  accent: true,
  success: true,
  warning: true,
  danger: true,
  text: true,
  muted: true,
  surface: true,
  border: true,
  track: true,
  radius: true,
  gap: true,
  padding: true,
  motion: true,
  'bar-size': true,
  'button-size': true,
  'button-radius': true,
  'heading-size': true,
  'heading-weight': true,
  focus: true,
  panel: true,
  'on-accent': true,
}

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

  it('reads the public tokens of the type and sets none', () => {
    const read = new Set([...css.matchAll(/var\(--itr-([\w-]+),/g)].map(([, name]) => name))
    expect(read).toEqual(new Set(Object.keys(tokens)))
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

  it('has a light colour for browsers without light-dark()', () => {
    const [before, after] = css.split('@supports (color: light-dark(#000, #fff))')
    expect(before).not.toContain('light-dark')
    for (const [, name] of after!.matchAll(/--_itr-([\w-]+): var\(--itr-[\w-]+, light-dark/g))
      expect(before).toMatch(new RegExp(`--_itr-${name}: var\\(--itr-${name}, #[0-9a-f]{6}\\)`))
  })

  it('loads nothing and animates only without reduced motion', () => {
    expect(css).not.toMatch(/url\(|@import/)
    const [still, moving] = css.split('@media (prefers-reduced-motion: no-preference)')
    expect(still).not.toMatch(/animation:/)
    expect(moving).toMatch(/animation:/)
  })
})

/** The phases that the selectors of the rules with a declaration name. */
const phasesWith = (declaration: RegExp) =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)]
    .filter(([, , declarations]) => declaration.test(declarations!))
    .flatMap(([, selector]) =>
      [...selector!.matchAll(/\[data-phase='([\w-]+)'\]/g)].map(([, phase]) => phase),
    )

/** A tone other than the accent, a mark beside the heading, and a panel for a decision of the person. */
const looks: Record<ItrPhase, [tone?: string, mark?: string, panel?: 'panel']> = {
  idle: [],
  connecting: [],
  initiated: [],
  processing: [],
  completed: ['success', 'check'],
  failed: ['danger', 'cross', 'panel'],
  'timed-out': ['warning', 'clock', 'panel'],
  error: ['warning', 'bang', 'panel'],
}

describe('styles.css: phases', () => {
  it.each(Object.entries(looks) as [ItrPhase, (typeof looks)[ItrPhase]][])(
    'has tone, mark and panel of %s',
    (phase, [tone, mark, panel]) => {
      const rule = css.split(`[data-itr-part='root'][data-phase='${phase}'] {`)[1]?.split('}')[0] ?? ''
      expect(/--_itr-tone: var\(--_itr-(\w+)\)/.exec(rule)?.[1]).toBe(tone)
      expect(/--_itr-mark: var\(--_itr-(\w+)\)/.exec(rule)?.[1]).toBe(mark)
      expect(phasesWith(/clip-path: var\(--_itr-mark\)/).includes(phase)).toBe(!!mark)
      expect(phasesWith(/background-color: var\(--_itr-panel\)/).includes(phase)).toBe(!!panel)
    },
  )

  it('has no prominent action while the job is polled', () => {
    const selector = /([^{};]+)\{[^{}]*border-color: var\(--_itr-accent\)/.exec(css)?.[1]
    expect(selector?.replace(/\s/g, '')).toContain(':first-child:not([data-polling])')
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
