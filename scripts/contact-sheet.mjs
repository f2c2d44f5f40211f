// Makes docs/contact-sheet.png: every phase in light, dark, narrow and Hindi. `node scripts/contact-sheet.mjs`
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createServer } from 'vite'
import { launchOptions } from './programs.mjs'
import { readStyles } from './styles.mjs'

// Times are rendered in the zone of this process.
process.env.TZ = 'UTC'

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** Loads the sources, so no build is needed. */
const server = await createServer({
  root: path(''),
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  // Own folder: tests and Storybook use the default one.
  cacheDir: 'node_modules/.vite-contact-sheet',
})
const { ItrProgress } = await server.ssrLoadModule('itr-progress')
const { itrResult } = await server.ssrLoadModule('itr-progress/testing')
const { hi } = await server.ssrLoadModule('itr-progress/locales/hi')
await server.close()

const steps = ['create_client', 'download_profile', 'download_itr']
const inTheLast = { stepsCompleted: steps.slice(0, 2), currentStep: 'download_itr' }

/**
 * Rows: title, result and further props.
 *
 * @type {[title: string, result: object, given?: object][]}
 */
const rows = [
  ['idle', itrResult('idle')],
  ['connecting, without a plan', itrResult('connecting'), { steps: [] }],
  ['initiated', itrResult('initiated')],
  ['processing, offline', itrResult('processing', { ...inTheLast, connection: 'offline' })],
  [
    'completed',
    itrResult('completed', { stepsCompleted: steps }),
    { reportHref: 'https://example.com/report.pdf' },
  ],
  ['failed', itrResult('failed', { failure: 'portal_unavailable' })],
  ['timed-out, with details', itrResult('timed-out', inTheLast), { showDetails: true }],
  ['error', itrResult('error', inTheLast)],
]

/**
 * Columns: title, width in px and further props.
 *
 * @type {[title: string, width: number, given: object][]}
 */
const columns = [
  ['light', 270, {}],
  ['dark', 270, { appearance: { theme: 'dark' } }],
  ['narrow', 200, {}],
  ['Hindi', 270, { messages: hi }],
]

const host = { steps, onRestart: () => {}, onAlternative: () => {} }

const cells = rows.flatMap(([title, result, given]) => [
  `<h1>${title}</h1>`,
  ...columns.map(([name, , props]) => {
    const widget = createElement(ItrProgress, { ...host, result, ...given, ...props })
    return `<section class="${name}">${renderToStaticMarkup(widget)}</section>`
  }),
])

const css = `${readStyles()}
  body {
    display: grid;
    grid-template-columns: ${columns.map(([, width]) => `${width + 20}px`).join(' ')};
    inline-size: max-content;
    margin: 0;
    font: 13px 'Noto Sans', 'Noto Sans Devanagari', sans-serif;
    background: #f4f6f8;
  }
  header, h1 { margin: 0; padding: 6px 10px; font-size: 13px; font-weight: 600; color: #3d4754 }
  h1 { grid-column: 1 / -1; background: #dfe5ec }
  section { padding: 10px }
  .dark { background: #10141a }`
const titles = columns.map(([name]) => `<header>${name}</header>`)

const browser = await chromium.launch(launchOptions())
const page = await browser.newPage({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' })
await page.setContent(
  `<!doctype html><html lang="en"><style>${css}</style>${[...titles, ...cells].join('')}</html>`,
)
await page.locator('body').screenshot({ path: path('docs/contact-sheet.png') })
await browser.close()
