import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { bundle } from '../../scripts/bundle.mjs'
import { launchOptions } from '../../scripts/programs.mjs'
import { startHost } from './startHost.mjs'

/** Real time in which Chromium draws a frame, in ms. */
const FRAME = 20

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))

/** Returns `openPage.tsx`, bundled for production. An alias selects the build of React that counts renders. */
const bundlePage = (/** @type {Record<string, string>} */ alias) =>
  bundle("export * from './openPage.tsx'", {
    folder: path('./'),
    external: [],
    alias: { 'itr-progress': path('../../dist/index.js'), ...alias },
  })

/**
 * Starts a Chromium whose pages live in virtual time: timers fire at once, in their order, each in its own task. CPU time is
 * real.
 *
 * @param {{ isCompiling?: boolean }} [options] whether V8 compiles scripts. Compiled code is in the heap
 */
export async function startChromium({ isCompiling = true } = {}) {
  const script = await bundlePage({})
  const countingScript = await bundlePage({ 'react-dom/client': 'react-dom/profiling' })
  const styles = await readFile(path('../../dist/styles.css'), 'utf8')
  const options = launchOptions()
  const args = isCompiling ? options.args : [...options.args, '--js-flags=--jitless']
  const browser = await chromium.launch({ ...options, args })
  const html = (/** @type {string} */ file, /** @type {string} */ css) =>
    `<!doctype html><style>${css}</style><body><script type="module">import * as page from '${file}'; Object.assign(window, page)</script>`
  const host = await startHost({
    '/': { type: 'text/html', body: html('/page.js', '') },
    '/styled': { type: 'text/html', body: html('/page.js', styles) },
    '/counting': { type: 'text/html', body: html('/counting.js', '') },
    '/page.js': { type: 'text/javascript', body: script },
    '/counting.js': { type: 'text/javascript', body: countingScript },
  })

  return {
    async stop() {
      await browser.close()
      host.stop()
    },

    /**
     * Opens a page with watchers, in its own process.
     *
     * @param {import('./openPage.tsx').Contestant} contestant
     * @param {number} count of jobs, each with a watcher
     * @param {{ isCounting?: boolean, network?: import('./openPage.tsx').Network }} [options] whether renders are counted,
     *   which takes time; whether requests cross a network
     */
    async open(contestant, count, { isCounting = false, network = 'none' } = {}) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${host.url}/${isCounting ? 'counting' : contestant === 'widget' ? 'styled' : ''}`)

      const devtools = await context.newCDPSession(page)
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
      await devtools.send('Emulation.setVirtualTimePolicy', { policy: 'pause' })

      /** @param {string} name */
      const metric = async (name) => {
        const { metrics } = await devtools.send('Performance.getMetrics')
        return metrics.find((metric) => metric.name === name)?.value ?? NaN
      }
      /** Returns the CPU time of the page's main thread so far, in s. */
      const busy = () => metric('TaskDuration')
      /** Returns the heap in use, in bytes. */
      const heap = async () => {
        await devtools.send('HeapProfiler.collectGarbage')
        return metric('JSHeapUsedSize')
      }

      const heapBefore = await heap()
      const busyBefore = await busy()
      await page.evaluate(`openPage('${contestant}', ${count}, '${network}')`)
      return {
        busy: async () => (await busy()) - busyBefore,
        heap: async () => (await heap()) - heapBefore,
        /** @returns {Promise<{ requests: number, renders: number }>} */
        counts: () => page.evaluate('counts()'),
        close: () => context.close(),

        /** @param {number} ms of virtual time */
        async letPass(ms) {
          const passed = new Promise((resolve) =>
            devtools.once('Emulation.virtualTimeBudgetExpired', resolve),
          )
          await devtools.send('Emulation.setVirtualTimePolicy', {
            policy: 'pauseIfNetworkFetchesPending',
            budget: ms,
          })
          await passed
          await setTimeout(FRAME)
        },
      }
    },

    /**
     * Opens a form with one watcher in real time, on a main thread that is `slowdown` times slower.
     *
     * @param {import('./openPage.tsx').Contestant} contestant
     * @param {number} slowdown
     */
    async openForm(contestant, slowdown) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${host.url}/${contestant === 'widget' ? 'styled' : ''}`)
      const devtools = await context.newCDPSession(page)
      await devtools.send('Performance.enable')
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate(`openForm('${contestant}')`)
      await page.focus('input')
      return {
        /** @returns {Promise<Record<string, number>>} time of the main thread in s, number of layouts, … */
        async metrics() {
          const { metrics } = await devtools.send('Performance.getMetrics')
          return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
        },
        press: () => page.keyboard.press('a'),
        /** @returns {Promise<number[]>} */
        latencies: () => page.evaluate('getLatencies()'),
        close: () => context.close(),
      }
    },
  }
}
