import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { bundle } from '../../scripts/bundle.mjs'
import { launchOptions } from '../../scripts/programs.mjs'

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

  return {
    stop: () => browser.close(),

    /**
     * Opens a page with watchers, in its own process.
     *
     * @param {import('./openPage.tsx').Contestant} contestant
     * @param {number} count of jobs, each with a watcher
     * @param {{ isCounting?: boolean }} [options] whether renders are counted, which takes time
     */
    async open(contestant, count, { isCounting = false } = {}) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.route('**/page.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: isCounting ? countingScript : script }),
      )
      await page.route('https://host.test/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html>${contestant === 'widget' ? `<style>${styles}</style>` : ''}<body>`,
        }),
      )
      await page.goto('https://host.test/')
      await page.evaluate("import('/page.js').then((module) => Object.assign(window, module))")

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
      await page.evaluate(`openPage('${contestant}', ${count})`)
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
          await devtools.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: ms })
          await passed
          await setTimeout(FRAME)
        },
      }
    },
  }
}
