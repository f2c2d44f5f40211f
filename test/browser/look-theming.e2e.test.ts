import { readFileSync } from 'node:fs'
import { ItrProgress, type ItrPhase, type ItrProgressBaseProps } from 'itr-progress'
import { itrResult } from 'itr-progress/testing'
import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { readStyles } from '../../scripts/styles.mjs'
import { tokensOf } from '../../scripts/tokens.mjs'
import { phases } from './phases.ts'

const page = readFileSync('docs/theming.md', 'utf8')
const styles = readStyles()

/** What stands under a heading, up to the next. */
const section = (heading: string) => page.split(`\n${heading}\n`)[1]!.split(/\n##+ /)[0]!

/** The stylesheet that a section tells to write. */
const cssUnder = (heading: string) => /```css\n(.*?)```/s.exec(section(heading))![1]!

const rowsUnder = (heading: string) =>
  [...section(heading).matchAll(/^\| (`.*)\|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  )

const namesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

/** What a server sends of the widget. */
const markup = (phase: ItrPhase, props: ItrProgressBaseProps = {}) =>
  renderToStaticMarkup(
    createElement(ItrProgress, {
      result: itrResult(phase, { connection: 'offline' }),
      steps: ['create_client', 'download_profile', 'download_itr', 'download_26as'],
      reportHref: 'https://example.com/report.pdf',
      onRestart: () => {},
      onAlternative: () => {},
      showDetails: true,
      name: 'verification',
      ...props,
    }),
  )

let browser: Browser
let host: Page
beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  host = await browser.newPage({ reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

interface HostApp {
  /** By the names that its stylesheet imports. */
  files: Readonly<Record<string, string>>
  body: string
  /** Of the `html` element. */
  className?: string
  policy?: string
}

/** Opens a page of a host; an `@import` of a package finds it as it would through a bundler. */
async function open({ files, body, className = '', policy }: HostApp) {
  await host.unrouteAll()
  await host.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const html = `<!doctype html><html class="${className}"><link rel="stylesheet" href="/host.css">${body}</html>`
    return route.fulfill({
      contentType: name === '' ? 'text/html; charset=utf-8' : 'text/css',
      headers: policy === undefined ? {} : { 'content-security-policy': policy },
      body: name === '' ? html : ({ 'itr-progress/styles.css': styles, ...files }[name] ?? ''),
    })
  })
  await host.goto('http://host.test/')
}

const computed = (selector: string, property: string) =>
  host
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property)

const part = (name: string) => `[data-itr-part="${name}"]`

describe('the anatomy', () => {
  const emitted = (attribute: string, html: string) => [
    ...new Set([...html.matchAll(new RegExp(`${attribute}="([^"]+)"`, 'g'))].map(([, value = '']) => value)),
  ]
  // Of a form that was tried a server knows nothing; test/form has it that these are there.
  const refused = '<div data-invalid=""><p class="itr-refusal">'
  const everything = phases.map((phase) => markup(phase)).join('') + refused

  it('lists the parts that there are, each with its element', () => {
    const listed = rowsUnder('## Anatomy').filter(([name]) => !name!.includes('data-'))
    const emittedParts = [...everything.matchAll(/<(\w+)[^>]*data-itr-part="(\w+)"/g)].map(
      ([, element, name]) => `${name} ${element}`,
    )
    expect(listed.map(([name, element]) => `${namesIn(name)[0]} ${namesIn(element)[0]}`).sort()).toEqual(
      [...new Set(emittedParts)].sort(),
    )
  })

  it('lists the attributes of state that there are', () => {
    const themed = everything + markup('idle', { appearance: { theme: 'dark' } })
    const attributes = new Set([...themed.matchAll(/ (data-[\w-]+)=/g)].map(([, name]) => name))
    const listed = rowsUnder('## Anatomy').flatMap(([name]) =>
      namesIn(name).filter((attribute) => attribute.startsWith('data-')),
    )
    expect(listed.sort()).toEqual([...attributes].sort())
  })

  it.each(['data-phase', 'data-step-state', 'data-itr-theme'])('lists each value of %s', (attribute) => {
    const themes = (['light', 'dark', 'auto'] as const).map((theme) =>
      markup('idle', { appearance: { theme } }),
    )
    const row = rowsUnder('## Anatomy').find(([name]) => name === `\`${attribute}\``)!
    expect(namesIn(row[2]).sort()).toEqual(emitted(attribute, everything + themes.join('')).sort())
  })

  it('lists the classes inside the parts', () => {
    const classes = emitted('class', everything).flatMap((value) => value.split(' '))
    const listed = namesIn(section('## Anatomy').split('Inside the parts')[1]!.split('\n```')[0])
    expect([...listed].sort()).toEqual([...new Set(classes)].sort())
  })

  it('has an example of rules that hold', async () => {
    await open({
      files: { 'host.css': `@import 'itr-progress/styles.css';${cssUnder('## Anatomy')}` },
      body: markup('processing'),
    })
    expect(await computed(part('root'), 'padding-top')).toBe('0px')
    expect(await computed('.itr-segment', 'height')).toBe('12px')
  })
})

it('the table of tokens is that of the stylesheet', () => {
  const tokens = tokensOf(styles)
  const inWords = ({ $value }: { $value: unknown }) => {
    const { hex, value, unit } = $value as { hex?: string; value?: number; unit?: string }
    return hex ?? `${value}${unit}`
  }
  expect(rowsUnder('## Tokens').map((row) => row.slice(0, 3).flatMap(namesIn))).toEqual(
    Object.keys(tokens.light).map((name) => [
      `--itr-${name}`,
      inWords(tokens.light[name]!),
      inWords(tokens.dark[name]!),
    ]),
  )
})

describe('Tailwind 4', () => {
  // What of its layers meets the widget: the theme's variables, Preflight, a utility.
  const tailwindcss = `
    @layer theme, base, components, utilities;
    @layer theme { :root {
      --color-indigo-700: rgb(1 1 1); --color-indigo-300: rgb(2 2 2); --color-white: rgb(3 3 3);
      --color-slate-900: rgb(4 4 4); --color-slate-100: rgb(5 5 5); --radius-lg: 13px;
    } }
    @layer base {
      *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
      h1, h2, h3 { font-size: inherit; font-weight: inherit }
      ol, ul { list-style: none }
      button { font: inherit; color: inherit; background-color: transparent; border-radius: 0 }
    }
    @layer utilities { .text-2xl { font-size: 40px } }`

  const opened = (body: string, css = cssUnder('### Tailwind 4')) =>
    open({ files: { 'host.css': css, tailwindcss }, body })

  it('the mapping holds, and Preflight takes nothing away', async () => {
    await opened(markup('timed-out'))
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(1, 1, 1)')
    expect(await computed(part('root'), 'background-color')).toBe('rgb(3, 3, 3)')
    expect(await computed(part('root'), 'border-top-left-radius')).toBe('13px')
    expect(await computed(part('root'), 'border-top-width')).toBe('1px')
    expect(await computed(part('heading'), 'font-weight')).toBe('600')
    expect(await computed(part('message'), 'padding-left')).toBe('16px')
  })

  it('without the order of layers Preflight would', async () => {
    await opened(markup('timed-out'), "@import 'itr-progress/styles.css'; @import 'tailwindcss';")
    expect(await computed(part('heading'), 'font-weight')).not.toBe('600')
  })

  it('is dark where the page is', async () => {
    await opened(`<style>:root { color-scheme: dark }</style>${markup('timed-out')}`)
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(2, 2, 2)')
    expect(await computed(part('root'), 'background-color')).toBe('rgb(4, 4, 4)')
  })

  it('a utility on a part wins', async () => {
    await opened(markup('processing').replace('data-itr-part="heading"', 'class="text-2xl" $&'))
    expect(await computed(part('heading'), 'font-size')).toBe('40px')
  })
})

describe('shadcn/ui', () => {
  const tailwindcss = `
    @layer theme, base, components, utilities;
    @layer base { * { border-color: rgb(9 9 9); outline-color: rgb(9 9 9) } }`
  const theme = `
    :root { --primary: rgb(1 1 1); --card: rgb(2 2 2); --card-foreground: rgb(3 3 3); --radius: 11px; --border: rgb(4 4 4) }
    .dark { --primary: rgb(5 5 5); --card: rgb(6 6 6); --card-foreground: rgb(7 7 7); --border: rgb(8 8 8) }`
  const files = { 'host.css': cssUnder('### shadcn/ui') + theme, tailwindcss }

  it('the mapping holds', async () => {
    await open({ files, body: markup('timed-out') })
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(1, 1, 1)')
    expect(await computed(part('root'), 'background-color')).toBe('rgb(2, 2, 2)')
    expect(await computed(part('root'), 'color')).toBe('rgb(3, 3, 3)')
    expect(await computed(part('root'), 'border-top-color')).toBe('rgb(4, 4, 4)')
    expect(await computed(part('root'), 'border-top-left-radius')).toBe('11px')
  })

  it.each([
    ['page', { className: 'dark', body: markup('timed-out') }],
    ['part of it', { body: `<div class="dark">${markup('timed-out')}</div>` }],
  ])('under .dark it is dark, as a %s', async (_, how) => {
    await open({ files, ...how })
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(5, 5, 5)')
    expect(await computed(part('root'), 'background-color')).toBe('rgb(6, 6, 6)')
    // The warning is ours, and dark as well.
    expect(await computed(part('message'), 'border-inline-start-color')).toBe('rgb(239, 182, 92)')
  })
})

describe('MUI', () => {
  const theme = `
    :root { --mui-palette-primary-main: rgb(1 1 1); --mui-palette-background-paper: rgb(2 2 2); --mui-shape-borderRadius: 5px }
    [data-mui-color-scheme='dark'] { --mui-palette-primary-main: rgb(3 3 3); --mui-palette-background-paper: rgb(4 4 4) }`
  const button = '.MuiButton-root { background-color: rgb(7 7 7); border-radius: 3px }'
  const withButton = markup('timed-out').replace('data-itr-part="retry"', 'class="MuiButton-root" $&')
  const opened = (rules: string, body: string) =>
    open({ files: { 'host.css': cssUnder('### MUI') + theme + rules }, body })

  it('the mapping holds, in both schemes', async () => {
    await opened('', `${markup('timed-out')}<div data-mui-color-scheme="dark">${markup('error')}</div>`)
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(1, 1, 1)')
    expect(await computed(part('root'), 'background-color')).toBe('rgb(2, 2, 2)')
    expect(await computed(part('root'), 'border-top-left-radius')).toBe('5px')
    expect(await computed(`${part('root')}[data-phase="error"]`, 'background-color')).toBe('rgb(4, 4, 4)')
  })

  it.each([
    ['in its layer', `@layer mui { ${button} }`],
    ['in none', button],
  ])('its button looks as MUI says, %s', async (_, rules) => {
    await opened(rules, withButton)
    expect(await computed(part('retry'), 'background-color')).toBe('rgb(7, 7, 7)')
    expect(await computed(part('retry'), 'border-top-left-radius')).toBe('3px')
  })
})

describe('a host’s rule for bare elements', () => {
  const reset = 'button { background: none; border-radius: 0 }'
  const retryGround = () => computed(part('retry'), 'background-color')

  it('wins outside a layer', async () => {
    await open({
      files: { 'host.css': `@import 'itr-progress/styles.css'; ${reset}` },
      body: markup('error'),
    })
    expect(await retryGround()).toBe('rgba(0, 0, 0, 0)')
  })

  it('gives way in a layer before ours', async () => {
    const files = { 'host.css': cssUnder('### Rules for bare elements'), 'reset.css': reset }
    await open({ files, body: `${markup('error')}<button id="own">Own</button>` })
    expect(await retryGround()).toBe('rgb(11, 87, 164)')
    expect(await computed('#own', 'border-top-left-radius')).toBe('0px')
  })
})

it('the page that says it is light and dark has a widget that is', async () => {
  await host.emulateMedia({ colorScheme: 'dark' })
  const files = { 'host.css': `@import 'itr-progress/styles.css'; ${cssUnder('## Dark mode')}` }
  await open({ files, body: markup('processing') })
  expect(await computed(part('root'), 'background-color')).toBe('rgb(25, 30, 37)')
  await host.emulateMedia({ colorScheme: null })
})

describe('under a strict Content-Security-Policy', () => {
  const policy = "default-src 'none'; style-src 'self'"
  const files = { 'host.css': "@import 'itr-progress/styles.css';" }
  let blocked: string[] = []
  const note = (message: ConsoleMessage) => {
    if (message.type() === 'error') blocked.push(message.text())
  }
  beforeEach(() => {
    blocked = []
    host.on('console', note)
    return () => void host.off('console', note)
  })

  it('what a server sends needs no inline style, nor anything else, in any phase', async () => {
    const body = phases.map((phase) => markup(phase)).join('')
    await open({ files, policy, body })
    expect(await computed(part('root'), 'border-top-width')).toBe('1px')
    expect(blocked).toEqual([])
    expect(body).not.toMatch(/ style=|<style|<script|<img/)
  })

  it('tokens in the prop do, and are blocked', async () => {
    const body = markup('processing', { appearance: { variables: { surface: 'rgb(1 2 3)' } } })
    await open({ files, policy, body })
    expect(blocked).toEqual([expect.stringContaining('inline style')])
    expect(await computed(part('root'), 'background-color')).toBe('rgb(255, 255, 255)')
  })
})

describe('without the stylesheet', () => {
  it('every phase can be read from top to bottom, the states of the steps too', async () => {
    await open({ files: {}, body: phases.map((phase) => markup(phase)).join('') })
    const roots = await host.locator(part('root')).all()
    expect(roots).toHaveLength(phases.length)
    for (const root of roots) {
      const seen = await root.evaluate((element) => {
        const parts = [...element.querySelectorAll('h2, [role="progressbar"], p, button, a, li')]
        const boxes = parts.map((part) => part.getBoundingClientRect())
        return {
          hidden: parts.filter((_, index) => boxes[index]!.height === 0).map(({ outerHTML }) => outerHTML),
          isInOrder: boxes.every((box, index) => index === 0 || box.bottom >= boxes[index - 1]!.bottom),
        }
      })
      expect(seen).toEqual({ hidden: [], isInOrder: true })
      for (const step of await root.locator('li').allInnerTexts())
        expect(step).toMatch(/ (Completed|In progress|Failed|Not started)$/)
    }
  })

  it('what is for those who listen is out of sight by the rule that is given, and not silent', async () => {
    await open({ files: { 'host.css': cssUnder('## Unstyled') }, body: markup('failed') })
    expect(await computed(part('announcer'), 'display')).not.toBe('none')
    expect(await computed(part('bar'), 'width')).toBe('1px')
    expect(await host.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0')
  })
})
