import type { ItrJobStatusOptions } from 'itr-progress'
import type { Browser } from 'playwright'
import { vi } from 'vitest'
import type { Fault } from '../Fault.ts'
import { recordPage } from './recordPage.ts'
import { CORS, says } from './says.ts'
import { startRawServer, type Question } from './startRawServer.ts'

/** `interval`, and a window that is to run out: no shorter than a busy machine may be late. In ms, as are the next two. */
const PACE = { min: 100, max: 200, timeout: 4_000 }

/** A request that is to run out. */
const SHORT_REQUEST = 3_000

/** What is not. */
const LONG = { timeout: 60_000, requestTimeout: 30_000 }

/** How long one has to look to see that nothing more happens: longer than any wait of the widget, in ms. */
const QUIET = 300

/** For how long a job without watchers stays in the cache, by design, in ms. */
const GC_TIME = 60_000

const settled: readonly string[] = ['completed', 'failed', 'timed-out', 'error']

const HTML = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body><script type="module">
  import { mountWidget } from '/page.js'
  window.mountWidget = mountWidget
</script>`

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A page of its own, and the servers that it asks, on which a fault is played. */
export async function openStage(browser: Browser, script: string, fault: Fault) {
  const { speed = 1, times = 1 } = fault
  const { min, max, timeout } = fault.pace ?? PACE
  /** Of the watch that runs: the checks, what a server got, whether the fault is over, and whether it ever will be. */
  let state = { checks: 0, heard: 0, isOver: true, lasts: true }
  let watches = 0
  /** What should not be there. */
  const left: string[] = []

  const answer = (question: Question) => {
    if (question.path === '/') return says(HTML, { type: 'text/html' })(question)
    if (question.path === '/page.js') return says(script, { type: 'text/javascript' })(question)
    if (question.method !== 'OPTIONS') state.heard++
    if (state.isOver) says('{"job_id":"handle","status":"completed"}', { headers: CORS })(question)
    else fault.answer(question, state.checks, elsewhere.origin)
  }
  const here = await startRawServer(answer)
  const elsewhere = await startRawServer(answer)
  const context = await browser.newContext()
  const page = await context.newPage()
  const surroundings = { page, context, here, elsewhere }

  /** Ends the fault. */
  const recover = async () => {
    if (state.isOver) return
    state.isOver = true
    await fault.ends?.(surroundings)
  }

  page.on('pageerror', (error) => left.push(String(error)))
  await page.exposeFunction('beforeCheck', async () => {
    state.checks++
    if (!state.lasts && state.checks > times) await recover()
  })
  await page.addInitScript(recordPage, speed)
  await page.goto(here.origin)
  await page.waitForFunction(() => 'mountWidget' in window)

  const proxyUrl = {
    here: '/status',
    elsewhere: `${elsewhere.origin}/status`,
    nowhere: 'http://nowhere.invalid/status',
  }[fault.asks ?? 'here']
  const optionsOf = (lasts: boolean): ItrJobStatusOptions => {
    const isToRunOut = lasts && (!fault.error || fault.error.kind === 'transient')
    return {
      jobId: `job ${++watches}`,
      proxyUrl,
      interval: { min: min * speed, max: max * speed },
      timeout: (isToRunOut ? timeout : LONG.timeout) * speed,
      requestTimeout: (fault.error?.code === 'timeout' ? SHORT_REQUEST : LONG.requestTimeout) * speed,
    }
  }

  /** What the page knows. */
  const look = () =>
    page.evaluate(() => {
      const { checks, sights, timers } = window.record
      return { checks, sights, timers: timers() }
    })

  return {
    left,
    recover,
    /** How soon after another a check may leave while the fault lasts, in ms of the page. A timer is early by what clocks round. */
    leastWait: Math.max(min * speed, fault.holdsOff ?? 0) - 2 * speed,
    heard: () => state.heard,

    /** Begins a watch with the fault. */
    mount: async ({ lasts }: { lasts: boolean }) => {
      state = { checks: 0, heard: 0, isOver: false, lasts }
      await fault.begins?.(surroundings)
      await page.evaluate((options: ItrJobStatusOptions) => {
        Object.assign(window.record, { checks: [], sights: [] })
        window.unmount = window.mountWidget(options)
      }, optionsOf(lasts))
    },

    /** Until something was asked, and has had a moment to come about. */
    begin: async () => {
      await vi.waitUntil(async () => (await look()).checks.length > 0, { timeout: 10_000 })
      await pause(50)
    },

    /** Until the phase is one that stays, and whatever may still come has come. A watch that does not settle stays as it is. */
    settle: async () => {
      const isIn = (phases: readonly string[]) => async () =>
        phases.includes((await look()).sights.at(-1)?.phase ?? '')
      if (fault.beside && !state.isOver) {
        await vi.waitUntil(isIn(['processing']), { timeout: 10_000 })
        await fault.beside(surroundings, state.lasts)
      }
      await vi.waitUntil(isIn(settled), { timeout: 30_000, interval: 100 }).catch(() => undefined)
      await pause(QUIET)
      return look()
    },

    /** The person asks again, if they can. */
    askAgain: () =>
      page.evaluate(() => {
        Object.assign(window.record, { checks: [], sights: [] })
        document.querySelector<HTMLElement>('button[data-itr-part="retry"]')?.click()
      }),

    /** Takes the widget away, and looks for what is left of it. */
    unmount: async () => {
      await page.evaluate(() => window.unmount())
      await recover()
      const before = await look()
      await pause(QUIET)
      const { checks, timers } = await look()
      if (checks.length > before.checks.length) left.push('a check after the end')
      if (checks.some(({ isOut }) => isOut)) left.push('a request')
      const others = timers.filter((ms) => ms !== GC_TIME)
      left.push(...others.map((ms) => `a timer of ${ms} ms`))
      if (timers.length - others.length > watches) left.push('a second timer for the cache')
      // The browser ends what was aborted in its own time.
      const open = () => here.open() + elsewhere.open()
      await vi
        .waitUntil(() => open() === 0, { timeout: 2_000 })
        .catch(() => left.push(`${open()} connections`))
    },

    close: async () => {
      await context.close()
      await Promise.all([here.stop(), elsewhere.stop()])
    },
  }
}
