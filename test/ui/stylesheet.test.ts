import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ItrToken } from '../../src/ui/root/appearance.ts'

const css = readFileSync('src/ui/styles.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

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
  motion: true,
}

it('all of it is in one layer', () => {
  expect(css.trim()).toMatch(/^@layer itr-progress \{[\s\S]*\}$/)
  let depth = 0
  const closings = [...css.trim()].flatMap((character, index) => {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0
    return character === '}' && depth === 0 ? [index] : []
  })
  expect(closings).toEqual([css.trim().length - 1])
})

it('the public tokens are those of the type, read and never set', () => {
  const read = new Set([...css.matchAll(/var\(--itr-([\w-]+),/g)].map(([, name]) => name))
  expect(read).toEqual(new Set(Object.keys(tokens)))
  expect(css).not.toMatch(/(?<=[\s;{])--itr-[\w-]+:/)
})

it('animations and containers bear our name', () => {
  expect([...css.matchAll(/@keyframes ([\w-]+)/g)].every(([, name]) => name?.startsWith('itr-'))).toBe(true)
  expect([...css.matchAll(/@container ([\w-]+)/g)].map(([, name]) => name)).toEqual(['itr-progress'])
})

it('directions are logical ones', () => {
  expect(css).not.toMatch(/[\s;{](\w+-)?(left|right|top|bottom)(-\w+)*:/)
  expect(css).not.toMatch(/[\s;{]((min|max)-)?(width|height):/)
  expect(css).not.toMatch(/text-align: (left|right)/)
})

it('colours do without light-dark() where it is not known', () => {
  const [before, after] = css.split('@supports (color: light-dark(#000, #fff))')
  expect(before).not.toContain('light-dark')
  for (const [, name] of after!.matchAll(/--_itr-([\w-]+): var\(--itr-[\w-]+, light-dark/g))
    expect(before).toMatch(new RegExp(`--_itr-${name}: var\\(--itr-${name}, #[0-9a-f]{6}\\)`))
})

it('nothing is loaded, and nothing moves for those who do not want it', () => {
  expect(css).not.toMatch(/url\(|@import/)
  const [still, moving] = css.split('@media (prefers-reduced-motion: no-preference)')
  expect(still).not.toMatch(/animation:|transition:/)
  expect(moving).toMatch(/animation:/)
})
