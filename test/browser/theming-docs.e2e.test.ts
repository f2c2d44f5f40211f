import { readFileSync } from 'node:fs'
import { ItrProgress, type ItrPhase, type ItrProgressBaseProps } from 'itr-progress'
import { itrResult } from 'itr-progress/testing'
import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { readStyles } from '../../scripts/styles.mjs'
import { tokensOf } from '../../scripts/tokens.mjs'
import { phases } from './phases.ts'

const docs = readFileSync('docs/theming.md', 'utf8')
const styles = readStyles()

/** Text between a heading of the page and the next one. */
const getSection = (heading: string) => docs.split(`\n${heading}\n`)[1]!.split(/\n##+ /)[0]!

const getCss = (heading: string) => /```css\n(.*?)```/s.exec(getSection(heading))![1]!

const getRows = (heading: string) =>
  [...getSection(heading).matchAll(/^\| (`.*)\|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  )

const getCodes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

const renderHtml = (phase: ItrPhase, props: ItrProgressBaseProps = {}) =>
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
let page: Page
beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  page = await browser.newPage({ reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

interface HostPage {
  css: string
  body: string
  /** Further stylesheets that `css` imports, by name. */
  files?: Readonly<Record<string, string>>
  /** Class of the `html` element. */
  className?: string
  /** Content security policy. */
  policy?: string
}

/** Opens a page. An `@import` of a package is resolved as by a bundler. */
async function open({ css, body, files, className = '', policy }: HostPage) {
  const sheets: Readonly<Record<string, string>> = {
    'itr-progress/styles.css': styles,
    'host.css': css,
    ...files,
  }
  await page.unrouteAll()
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const html = `<!doctype html><html class="${className}"><link rel="stylesheet" href="/host.css">${body}</html>`
    return route.fulfill({
      contentType: name === '' ? 'text/html; charset=utf-8' : 'text/css',
      headers: policy === undefined ? {} : { 'content-security-policy': policy },
      body: name === '' ? html : (sheets[name] ?? ''),
    })
  })
  await page.goto('http://host.test/')
}

const part = (name: string) => `[data-itr-part="${name}"]`
const IMPORT = "@import 'itr-progress/styles.css';"

/** Compares computed styles: `{ 'root color': 'rgb(1, 2, 3)' }`, where the first word is a part or a selector. */
async function expectStyles(expected: Record<string, string>) {
  const computed: Record<string, string> = {}
  for (const key of Object.keys(expected)) {
    const [name = '', property = ''] = key.split(' ')
    const element = page.locator(/^\w+$/.test(name) ? part(name) : name).first()
    computed[key] = await element.evaluate(
      (element, property) => getComputedStyle(element).getPropertyValue(property),
      property,
    )
  }
  expect(computed).toEqual(expected)
}

describe('docs/theming.md, Anatomy', () => {
  const getValues = (html: string, attribute: string) =>
    [...html.matchAll(new RegExp(`${attribute}="([^"]+)"`, 'g'))].map(([, value = '']) => value)
  const sortUnique = (values: Iterable<string>) => [...new Set(values)].sort()
  // A server renders no refused form; test/form checks these two.
  const refused = '<div data-invalid=""><p class="itr-refusal">'
  const themes = (['light', 'dark', 'auto'] as const).map((theme) =>
    renderHtml('idle', { appearance: { theme } }),
  )
  const html = [...phases.map((phase) => renderHtml(phase)), refused, ...themes].join('')
  const rows = getRows('## Anatomy')

  it('lists all parts and their elements', () => {
    const listed = rows
      .filter(([name]) => !name!.includes('data-'))
      .map(([name, element]) => `${getCodes(name)[0]} ${getCodes(element)[0]}`)
    const rendered = [...html.matchAll(/<(\w+)[^>]*data-itr-part="(\w+)"/g)]
    expect(listed.sort()).toEqual(sortUnique(rendered.map(([, element, name]) => `${name} ${element}`)))
  })

  it('lists all state attributes', () => {
    const listed = rows.flatMap(([name]) => getCodes(name)).filter((code) => code.startsWith('data-'))
    const rendered = [...html.matchAll(/ (data-[\w-]+)=/g)].map(([, name = '']) => name)
    expect(listed.sort()).toEqual(sortUnique(rendered))
  })

  it.each(['data-phase', 'data-step-state', 'data-itr-theme'])('lists all values of %s', (attribute) => {
    const row = rows.find(([name]) => name === `\`${attribute}\``)!
    expect(getCodes(row[2]).sort()).toEqual(sortUnique(getValues(html, attribute)))
  })

  it('lists all classes inside the parts', () => {
    const listed = getCodes(getSection('## Anatomy').split('Inside the parts')[1]!.split('\n```')[0])
    expect(listed.sort()).toEqual(sortUnique(getValues(html, 'class').flatMap((value) => value.split(' '))))
  })

  it('has example rules that apply', async () => {
    await open({ css: IMPORT + getCss('## Anatomy'), body: renderHtml('processing') })
    await expectStyles({ 'root border-top-width': '0px', '.itr-segment height': '12px' })
    const [root, heading] = await Promise.all(
      ['root', 'heading'].map((name) => page.locator(part(name)).boundingBox()),
    )
    expect(heading).toMatchObject({ x: root!.x, y: root!.y, width: root!.width })
  })
})

describe('docs/theming.md, Tokens', () => {
  it('lists the tokens and values of the stylesheet', () => {
    const { light, dark } = tokensOf(styles)
    const format = ({ $value }: { $value: unknown }) => {
      // The name of another token, or a font weight.
      if (typeof $value === 'string') return $value.replace(/^{\w+\.(.+)}$/, '--itr-$1')
      if (typeof $value === 'number') return `${$value}`
      const { hex, value, unit } = $value as { hex?: string; value?: number; unit?: string }
      return hex ?? `${value}${unit === 'rem' ? 'em' : unit}`
    }
    expect(getRows('## Tokens').map((row) => row.slice(0, 3).flatMap(getCodes))).toEqual(
      Object.keys(light).map((name) => [`--itr-${name}`, format(light[name]!), format(dark[name]!)]),
    )
  })
})

describe('docs/theming.md, Tailwind 4', () => {
  // The parts of Tailwind that meet the widget: theme variables, Preflight, a utility.
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
  const openWith = (body: string, css = getCss('### Tailwind 4')) =>
    open({ css, files: { tailwindcss }, body })

  it('maps the tokens, and Preflight changes nothing', async () => {
    await openWith(renderHtml('timed-out'))
    await expectStyles({
      'retry background-color': 'rgb(1, 1, 1)',
      'root background-color': 'rgb(3, 3, 3)',
      'root border-top-left-radius': '13px',
      'root border-top-width': '1px',
      'heading font-weight': '600',
      'message border-right-width': '16px',
    })
    await openWith(`<style>:root { color-scheme: dark }</style>${renderHtml('timed-out')}`)
    await expectStyles({ 'retry background-color': 'rgb(2, 2, 2)', 'root background-color': 'rgb(4, 4, 4)' })
  })

  it.each([
    ['as documented', undefined],
    ['with the imports in the other order', `${IMPORT} @import 'tailwindcss';`],
  ])('lets a utility on a part win, %s', async (_, css) => {
    await openWith(renderHtml('processing').replace('data-itr-part="heading"', 'class="text-2xl" $&'), css)
    await expectStyles({ 'heading font-size': '40px' })
  })
})

describe('docs/theming.md, shadcn/ui', () => {
  const tailwindcss = `
    @layer theme, base, components, utilities;
    @layer base { * { border-color: rgb(9 9 9); outline-color: rgb(9 9 9) } }`
  const theme = `
    :root { --primary: rgb(1 1 1); --card: rgb(2 2 2); --card-foreground: rgb(3 3 3); --radius: 11px; --border: rgb(4 4 4) }
    .dark { --primary: rgb(5 5 5); --card: rgb(6 6 6); --card-foreground: rgb(7 7 7); --border: rgb(8 8 8) }`
  const host = { css: getCss('### shadcn/ui') + theme, files: { tailwindcss } }

  it('maps the tokens', async () => {
    await open({ ...host, body: renderHtml('timed-out') })
    await expectStyles({
      'retry background-color': 'rgb(1, 1, 1)',
      'root background-color': 'rgb(2, 2, 2)',
      'root color': 'rgb(3, 3, 3)',
      'root border-top-color': 'rgb(4, 4, 4)',
      'root border-top-left-radius': '11px',
    })
  })

  it.each([
    ['light', '', 'oklch(1 0 0)', 'oklch(0.556 0 0)'],
    ['dark', 'dark', 'oklch(0.205 0 0)', 'oklch(0.708 0 0)'],
  ])('has a track with a contrast of 3 to 1 or more, %s', async (_, className, card, mutedForeground) => {
    const colours = `:root { --card: ${card}; --muted-foreground: ${mutedForeground} }`
    await open({ ...host, css: getCss('### shadcn/ui') + colours, className, body: renderHtml('idle') })
    const [surface, track] = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d')!
      return ['[data-itr-part="root"]', '.itr-segment'].map((selector) => {
        context.fillStyle = getComputedStyle(document.querySelector(selector)!).backgroundColor
        context.fillRect(0, 0, 1, 1)
        const channel = context.getImageData(0, 0, 1, 1).data[0]! / 255
        return ((channel + 0.055) / 1.055) ** 2.4
      })
    })
    const [darker = 0, lighter = 0] = [surface!, track!].sort((a, b) => a - b)
    expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['html', { className: 'dark', body: renderHtml('timed-out') }],
    ['an ancestor', { body: `<div class="dark">${renderHtml('timed-out')}</div>` }],
  ])('is dark under .dark on %s', async (_, dark) => {
    await open({ ...host, ...dark })
    await expectStyles({
      'retry background-color': 'rgb(5, 5, 5)',
      'root background-color': 'rgb(6, 6, 6)',
      // Our own token for warnings, which is not mapped.
      '[data-step-state="current"]>.itr-icon border-top-color': 'rgb(239, 182, 92)',
    })
  })
})

describe('docs/theming.md, MUI', () => {
  const theme = `
    :root { --mui-palette-primary-main: rgb(1 1 1); --mui-palette-background-paper: rgb(2 2 2); --mui-shape-borderRadius: 5px }
    [data-mui-color-scheme='dark'] { --mui-palette-primary-main: rgb(3 3 3); --mui-palette-background-paper: rgb(4 4 4) }`
  const button = '.MuiButton-root { background-color: rgb(7 7 7); border-radius: 3px }'

  it('maps the tokens in both schemes', async () => {
    const dark = `<div data-mui-color-scheme="dark">${renderHtml('error')}</div>`
    await open({ css: getCss('### MUI') + theme, body: renderHtml('timed-out') + dark })
    await expectStyles({
      'retry background-color': 'rgb(1, 1, 1)',
      'root background-color': 'rgb(2, 2, 2)',
      'root border-top-left-radius': '5px',
      '[data-itr-part="root"][data-phase="error"] background-color': 'rgb(4, 4, 4)',
    })
  })

  it.each([
    ['in a layer', `@layer mui { ${button} }`],
    ['without a layer', button],
  ])('leaves an MUI button its look, %s', async (_, rules) => {
    const body = renderHtml('timed-out').replace('data-itr-part="retry"', 'class="MuiButton-root" $&')
    await open({ css: getCss('### MUI') + theme + rules, body })
    await expectStyles({ 'retry background-color': 'rgb(7, 7, 7)', 'retry border-top-left-radius': '3px' })
  })
})

describe('docs/theming.md, Rules for bare elements', () => {
  const reset = 'button { background: none; border-radius: 0 }'
  const body = `${renderHtml('timed-out')}<button id="own">Own</button>`

  it('win without a layer', async () => {
    await open({ css: `${IMPORT} ${reset}`, body })
    await expectStyles({ 'retry background-color': 'rgba(0, 0, 0, 0)' })
  })

  it('lose in a layer before ours', async () => {
    await open({ css: getCss('### Rules for bare elements'), files: { 'reset.css': reset }, body })
    await expectStyles({ 'retry background-color': 'rgb(11, 87, 164)', '#own border-top-left-radius': '0px' })
  })
})

describe('docs/theming.md, Dark mode', () => {
  it('makes the widget follow the system', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open({ css: `${IMPORT} ${getCss('## Dark mode')}`, body: renderHtml('processing') })
    await expectStyles({ 'root background-color': 'rgb(25, 30, 37)' })
    await page.emulateMedia({ colorScheme: null })
  })
})

describe('docs/theming.md, Content-Security-Policy', () => {
  const host = { css: IMPORT, policy: "default-src 'none'; style-src 'self'" }

  it('has nothing to block in server-rendered HTML, in any phase', () => {
    const body = phases.map((phase) => renderHtml(phase)).join('')
    expect(body).not.toMatch(/ style=|<style|<script|<img/)
  })

  it('blocks tokens in the prop appearance', async () => {
    const errors: string[] = []
    const collect = (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(message.text())
    }
    page.on('console', collect)
    onTestFinished(() => void page.off('console', collect))
    await open({
      ...host,
      body: renderHtml('processing', { appearance: { variables: { surface: 'rgb(1 2 3)' } } }),
    })
    expect(errors).toEqual([expect.stringContaining('inline style')])
    await expectStyles({ 'root background-color': 'rgb(255, 255, 255)' })
  })
})

describe('docs/theming.md, Unstyled', () => {
  it('every phase is readable from top to bottom, with the states of the steps', async () => {
    await open({ css: '', body: phases.map((phase) => renderHtml(phase)).join('') })
    const roots = await page.locator(part('root')).all()
    expect(roots).toHaveLength(phases.length)
    for (const root of roots) {
      const layout = await root.evaluate((element) => {
        const parts = [...element.querySelectorAll('h2, [role="progressbar"], p, button, a, li')]
        const boxes = parts.map((part) => part.getBoundingClientRect())
        return {
          hidden: parts.filter((_, index) => boxes[index]!.height === 0).map(({ outerHTML }) => outerHTML),
          // A link and a button on one line have different heights.
          isInOrder: boxes.every((box, index) => index === 0 || box.bottom > boxes[index - 1]!.top),
        }
      })
      expect(layout).toEqual({ hidden: [], isInOrder: true })
      for (const step of await root.locator('li').allInnerTexts())
        expect(step).toMatch(/ (Completed|In progress|Failed|Not started)$/)
    }
  })

  it('hides the text for screen readers from view only', async () => {
    await open({ css: getCss('## Unstyled'), body: renderHtml('failed') })
    await expectStyles({ 'announcer display': 'block', 'bar width': '1px' })
    expect(await page.locator(part('bar')).getAttribute('aria-valuenow')).toBe('0')
  })
})
