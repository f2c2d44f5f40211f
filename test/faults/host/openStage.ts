import type { ItrJobStatusOptions } from 'itr-progress'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { vi } from 'vitest'
import type { Fault } from '../Fault.ts'
import { recordPage } from './recordPage.ts'
import { CORS, sends } from '../../rawServer/responses.ts'
import { startRawServer, type RawRequest } from '../../rawServer/startRawServer.ts'

/** Default `interval`, and the `timeout` of a fault that ends in `timed-out`, in ms. Busy machines need this much. */
const PACE = { min: 100, max: 200, timeout: 4_000 }

/** `requestTimeout` of a fault that ends in the error `timeout`, in ms. */
const SHORT_REQUEST = 3_000

/** Options that are never reached, in ms. */
const LONG = { timeout: 60_000, requestTimeout: 30_000 }

/** Longer than any delay of the widget, in ms: nothing follows after it. */
const QUIET = 300

/** Time for which a job without watchers stays in the cache, in ms. */
const GC_TIME = 60_000

const finalPhases: readonly string[] = ['completed', 'failed', 'timed-out', 'error']

const HTML = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body><script type="module">
  import { mountWidget } from '/page.js'
  window.mountWidget = mountWidget
</script>`

/** Opens a page and two servers on which a fault can run. */
export async function openStage(browser: Browser, script: string, fault: Fault) {
  const { speed = 1, times = 1 } = fault
  const { min, max, timeout } = fault.pace ?? PACE
  /** State of the mounted widget. */
  let state = { polls: 0, received: 0, isOver: true, lasts: true }
  let mounts = 0
  const leftovers: string[] = []

  const respond = (request: RawRequest) => {
    if (request.path === '/') return sends(HTML, { type: 'text/html' })(request)
    if (request.path === '/page.js') return sends(script, { type: 'text/javascript' })(request)
    if (request.method !== 'OPTIONS') state.received++
    if (state.isOver) sends('{"job_id":"handle","status":"completed"}', { headers: CORS })(request)
    else fault.respond(request, state.polls, otherOrigin.origin)
  }
  const sameOrigin = await startRawServer(respond)
  const otherOrigin = await startRawServer(respond)
  const context = await browser.newContext()
  const page = await context.newPage()
  const environment = { page, context, sameOrigin, otherOrigin }

  const endFault = async () => {
    if (state.isOver) return
    state.isOver = true
    await fault.end?.(environment)
  }

  page.on('pageerror', (error) => leftovers.push(String(error)))
  await page.exposeFunction('beforePoll', async () => {
    state.polls++
    if (!state.lasts && state.polls > times) await endFault()
  })
  await page.addInitScript(recordPage, speed)
  await page.goto(sameOrigin.origin)
  await page.waitForFunction(() => 'mountWidget' in window)

  const proxyUrl = {
    sameOrigin: '/status',
    otherOrigin: `${otherOrigin.origin}/status`,
    unknownHost: 'http://unknown.invalid/status',
  }[fault.proxy ?? 'sameOrigin']
  const createOptions = (lasts: boolean): ItrJobStatusOptions => {
    const timesOut = lasts && (!fault.error || fault.error.kind === 'transient')
    return {
      jobId: `job ${++mounts}`,
      proxyUrl,
      interval: { min: min * speed, max: max * speed },
      timeout: (timesOut ? timeout : LONG.timeout) * speed,
      requestTimeout: (fault.error?.code === 'timeout' ? SHORT_REQUEST : LONG.requestTimeout) * speed,
    }
  }

  const readRecord = () =>
    page.evaluate(() => {
      const { polls, views, timers } = window.record
      return { polls, views, timers: timers() }
    })

  return {
    leftovers,
    endFault,
    /** Shortest allowed wait between polls, in ms of the page. Rounded clocks make a timer look early. */
    shortestWait: Math.max(min * speed, fault.holdsOff ?? 0) - 2 * speed,
    received: () => state.received,

    /** Starts the fault and mounts the widget. */
    mount: async ({ lasts }: { lasts: boolean }) => {
      state = { polls: 0, received: 0, isOver: false, lasts }
      await fault.begin?.(environment, lasts)
      await page.evaluate((options: ItrJobStatusOptions) => {
        Object.assign(window.record, { polls: [], views: [] })
        window.unmount = window.mountWidget(options)
      }, createOptions(lasts))
    },

    /** Waits until the first poll is under way. */
    waitForPoll: async () => {
      await vi.waitUntil(async () => (await readRecord()).polls.length > 0, { timeout: 10_000 })
      await pause(50)
    },

    /** Waits for a final phase, and for anything that could follow. Without a final phase it returns after 30 s. */
    settle: async () => {
      const isIn = (phases: readonly string[]) => async () =>
        phases.includes((await readRecord()).views.at(-1)?.phase ?? '')
      if (fault.during && !state.isOver) {
        await vi.waitUntil(isIn(['processing']), { timeout: 10_000 })
        await fault.during(environment, state.lasts)
      }
      await vi.waitUntil(isIn(finalPhases), { timeout: 30_000, interval: 100 }).catch(() => undefined)
      await pause(QUIET)
      return readRecord()
    },

    /** Presses the retry button. Returns whether there is one. */
    retry: () =>
      page.evaluate(() => {
        Object.assign(window.record, { polls: [], views: [] })
        const button = document.querySelector<HTMLElement>('button[data-itr-part="retry"]')
        button?.click()
        return button !== null
      }),

    /** Unmounts the widget and records leftovers. */
    unmount: async () => {
      await page.evaluate(() => window.unmount())
      await endFault()
      const before = await readRecord()
      await pause(QUIET)
      const { polls, timers } = await readRecord()
      if (polls.length > before.polls.length) leftovers.push('a poll after the end')
      if (polls.some(({ isInFlight }) => isInFlight)) leftovers.push('a request')
      const others = timers.filter((ms) => ms !== GC_TIME)
      leftovers.push(...others.map((ms) => `a timer of ${ms} ms`))
      if (timers.length - others.length > mounts) leftovers.push('a second timer for the cache')
      // The browser closes the connection of an aborted request a little later.
      const open = () => sameOrigin.openConnections() + otherOrigin.openConnections()
      await vi
        .waitUntil(() => open() === 0, { timeout: 2_000 })
        .catch(() => leftovers.push(`${open()} connections`))
    },

    close: async () => {
      await context.close()
      await Promise.all([sameOrigin.stop(), otherOrigin.stop()])
    },
  }
}
