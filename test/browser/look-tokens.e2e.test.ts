import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { readStyles } from '../../scripts/styles.mjs'
import { tokensOf } from '../../scripts/tokens.mjs'

const css = readStyles()
const tokens = tokensOf(css)

/** The names of the type `ItrToken`, as it is written. */
const named = [
  .../type ItrToken =([^;]*?)\n\n/
    .exec(readFileSync('src/ui/root/appearance.ts', 'utf8'))![1]!
    .matchAll(/'(\w+)'/g),
].map(([, name = '']) => name)

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** What each token amounts to on a page, in the words that a browser has for it. */
const computedOn = async (colorScheme: string, styles: string) => {
  await page.setContent(
    `<style>${styles}</style><div style="color-scheme: ${colorScheme}"><div data-itr-part="root"><i></i></div></div>`,
  )
  return page.evaluate((names) => {
    const probe = document.querySelector('i')!
    const read = (name: string, property: string, initial: string) => {
      probe.style.setProperty(property, initial)
      const before = getComputedStyle(probe).getPropertyValue(property)
      probe.style.setProperty(property, `var(--_itr-${name})`)
      const after = getComputedStyle(probe).getPropertyValue(property)
      return after === before ? undefined : after
    }
    return Object.fromEntries(
      names.map((name) => [
        name,
        ['radius', 'gap'].includes(name)
          ? read(name, 'margin-left', '1px')
          : name === 'motion'
            ? read(name, 'transition-duration', '1s')
            : read(name, 'background-color', 'transparent'),
      ]),
    )
  }, named)
}

/** A token's value in the same words. */
function inWords({ $type, $value }: { $type?: unknown; $value: unknown }): string {
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
  expect([$type, unit]).toEqual(['dimension', 'px'])
  return `${value}px`
}

describe.each(['light', 'dark'] as const)('tokens.json on a %s page', (theme) => {
  it('has every token of the type, and no other', () => {
    expect(Object.keys(tokens[theme]).sort()).toEqual([...named].sort())
    expect(named).toHaveLength(12)
  })

  it('says what a browser makes of the stylesheet', async () => {
    const said = Object.fromEntries(
      Object.entries(tokens[theme]).map(([name, token]) => [name, inWords(token)]),
    )
    expect(said).toEqual(await computedOn(theme, css))
  })
})

it('a browser without light-dark() gets the light ones, on whatever page', async () => {
  const old = css.replace('@supports (color: light-dark(#000, #fff))', '@supports (color: unheard-of(#000))')
  expect(old).not.toBe(css)
  expect(await computedOn('dark', old)).toEqual(await computedOn('light', css))
})

it('a default that tokens.json cannot tell is an error that says how to write it', () => {
  expect(() => tokensOf('a { --_itr-gap: var(--itr-gap, 1em solid) }')).not.toThrow()
  expect(() => tokensOf('a { --_itr-gap: var(--itr-gap, wide) }')).toThrow('the default of --itr-gap')
  expect(() => tokensOf('a { --_itr-text: var(--itr-text, oklch(0.5 0 0)) }')).toThrow(
    'Write a colour as #rrggbb',
  )
})
