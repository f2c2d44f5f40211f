import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { readStyles } from '../../scripts/styles.mjs'
import { tokensOf } from '../../scripts/tokens.mjs'
import { tokenNames } from '../tokenNames.ts'

const css = readStyles()
const tokens = tokensOf(css)

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** Computed value of each token. */
const computeTokens = async (colorScheme: string, styles: string) => {
  await page.setContent(
    `<style>${styles}</style><div style="color-scheme: ${colorScheme}"><div data-itr-part="root"><i></i></div></div>`,
  )
  return page.evaluate((names) => {
    const probe = document.querySelector('i')!
    const read = (name: string, property: string, initial: string) => {
      // A duration from another token would start a transition.
      probe.style.cssText = `${property}: ${initial}`
      const before = getComputedStyle(probe).getPropertyValue(property)
      probe.style.setProperty(property, `var(--_itr-${name})`)
      const after = getComputedStyle(probe).getPropertyValue(property)
      return after === before ? undefined : after
    }
    return Object.fromEntries(
      names.map((name) => [
        name,
        /radius|gap|padding|size/.test(name)
          ? read(name, 'margin-left', '1px')
          : name === 'motion'
            ? read(name, 'transition-duration', '1s')
            : name === 'heading-weight'
              ? read(name, 'font-weight', '100')
              : read(name, 'background-color', 'transparent'),
      ]),
    )
  }, tokenNames)
}

/** Formats a value of tokens.json as a computed value. */
function toComputedValue(
  theme: 'light' | 'dark',
  { $type, $value }: { $type?: unknown; $value: unknown },
): string {
  if (typeof $value === 'string') {
    const [, group, name] = /^{(\w+)\.(.+)}$/.exec($value)!
    expect(group).toBe(theme)
    return toComputedValue(theme, tokens[theme][name!]!)
  }
  if ($type === 'fontWeight') return String($value)
  if ($type === 'color') {
    const { colorSpace, components, alpha, hex } = $value as {
      colorSpace: string
      components: number[]
      alpha: number
      hex: string
    }
    expect([colorSpace, alpha]).toEqual(['srgb', 1])
    const channels = components.map((component) => Math.round(component * 255))
    expect(hex).toBe(`#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`)
    return `rgb(${channels.join(', ')})`
  }
  const { value, unit } = $value as { value: number; unit: string }
  if ($type === 'duration' && unit === 'ms') return `${value / 1000}s`
  expect($type).toBe('dimension')
  return `${unit === 'rem' ? value * 16 : value}px`
}

describe.each(['light', 'dark'] as const)('tokens.json, %s', (theme) => {
  it('has exactly the tokens of the type ItrToken', () => {
    expect(tokenNames).toContain('accent')
    expect(Object.keys(tokens[theme]).sort()).toEqual([...tokenNames].sort())
  })

  it('has the values that a browser computes from the stylesheet', async () => {
    const values = Object.entries(tokens[theme]).map(([name, token]) => [name, toComputedValue(theme, token)])
    // Newer browsers compute two colours from others, which a file of tokens cannot hold.
    const plain = css.replace(/@supports \(color: (color-mix|lab)/g, '@supports (color: unheard-of')
    expect(plain).not.toBe(css)
    expect(Object.fromEntries(values)).toEqual(await computeTokens(theme, plain))
  })
})

describe('tokensOf', () => {
  it('reads the same light colours from the rules for browsers without light-dark()', () => {
    const [old = ''] = css.split('@supports')
    expect(old).not.toContain('light-dark')
    expect(tokensOf(old).light).toEqual(tokens.light)
  })

  it('rejects a default that tokens.json cannot hold, and says how to write it', () => {
    expect(() => tokensOf('a { --_itr-gap: var(--itr-gap, 1em solid) }')).not.toThrow()
    expect(() => tokensOf('a { --_itr-gap: var(--itr-gap, wide) }')).toThrow('the default of --itr-gap')
    expect(() => tokensOf('a { --_itr-text: var(--itr-text, oklch(0.5 0 0)) }')).toThrow('Expected #rrggbb')
  })
})
