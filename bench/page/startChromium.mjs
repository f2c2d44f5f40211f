import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { bundle } from '../../scripts/bundle.mjs'
import { launchOptions } from '../../scripts/programs.mjs'

/** In which a frame is drawn, where there is anything new, in real ms. */
const FRAME = 20

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))

/** `openPage.tsx` as a host would build it, and once more with the build of React that counts renders. */
const bundlePage = (/** @type {Record<string, string>} */ alias) =>
  bundle("export * from './openPage.tsx'", {
    folder: path('./'),
    external: [],
    alias: { 'itr-progress': path('../../dist/index.js'), ...alias },
  })

/**
 * A Chromium whose pages live in its own virtual time: timers fire at once, in their order, each as a task of its own.
 * What is measured is CPU time, which is not virtual.
 *
 * @param {{ isCompiling?: boolean }} [options] whether scripts are compiled on the way, as ever, to code that the heap holds
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
     * A page with watchers in it, in a process of its own.
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
      /** CPU time of the page's main thread so far, in s. */
      const busy = () => metric('TaskDuration')
      /** What is in use of the heap, in bytes. */
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
