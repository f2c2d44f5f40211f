import type { ItrJobStatusOptions } from 'itr-progress'
import type { Browser } from 'playwright'
import { vi } from 'vitest'
import type { Fault } from './Fault.ts'
import { recordPage, type Sight } from './host/recordPage.ts'
import { startRawServer, type Question } from './host/startRawServer.ts'
import { says } from './host/says.ts'
import type { Observation } from './Observation.ts'
import { nameSaying } from './sayings.ts'

/** ms; long enough for a busy machine to answer in, short enough that a lasting fault is over soon. */
const SETTINGS = { interval: { min: 100, max: 200 }, timeout: 3_000, requestTimeout: 1_500 }

/** How long a person would have to look to see that nothing more happens: longer than any wait of the widget, in ms. */
const QUIET = 400

/** For how long a job without watchers stays in the cache, by design, in ms. */
const GC_TIME = 60_000

const settled: readonly string[] = ['completed', 'failed', 'timed-out', 'error']

const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body><script type="module">
  import { mountWidget } from '/page.js'
  window.mountWidget = mountWidget
</script>`

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Plays a fault to a page with the widget: once to one who leaves at once, once for a while, and once until it gives up. */
export async function watchFault(browser: Browser, script: string, fault: Fault): Promise<Observation> {
  let isWell = false
  let nth = 0
  let heard = 0
  const answer = (question: Question) => {
    const { method, path } = question
    if (path === '/') return says(page, { type: 'text/html' })(question)
    if (path === '/page.js') return says(script, { type: 'text/javascript' })(question)
    if (method !== 'OPTIONS') heard++
    if (isWell) says('{"job_id":"handle","status":"completed"}')(question)
    else fault.answer(question, nth, elsewhere.origin)
  }
  const elsewhere = await startRawServer(answer)
  const here = await startRawServer(answer)
  const context = await browser.newContext()
  const left: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => left.push(String(error)))
    const surroundings = { page, context, here, elsewhere }
    const { speed = 1, times = 1 } = fault

    /** Whether the fault is over after so many checks. */
    let lasts = true
    const recover = async () => {
      if (isWell) return
      isWell = true
      await fault.ends?.(surroundings)
    }
    await page.exposeFunction('beforeCheck', async () => {
      nth++
      if (!lasts && nth > times) await recover()
    })
    await page.addInitScript(recordPage, speed)
    await page.goto(here.origin)
    await page.waitForFunction(() => 'mountWidget' in window)

    const proxyUrl = {
      here: '/status',
      elsewhere: `${elsewhere.origin}/status`,
      nowhere: 'http://nowhere.invalid/status',
    }[fault.asks ?? 'here']
    const options = {
      proxyUrl,
      interval: { min: SETTINGS.interval.min * speed, max: SETTINGS.interval.max * speed },
      timeout: SETTINGS.timeout * speed,
      requestTimeout: SETTINGS.requestTimeout * speed,
    }
    const mount = async (jobId: string) => {
      isWell = false
      nth = heard = 0
      await fault.begins?.(surroundings)
      await page.evaluate(
        (options: ItrJobStatusOptions) => {
          Object.assign(window.record, { checks: [], sights: [] })
          const { mountWidget } = window as unknown as {
            mountWidget: (options: ItrJobStatusOptions) => () => void
          }
          Object.assign(window, { unmount: mountWidget(options) })
        },
        { ...options, jobId },
      )
    }
    let jobs = 0
    const unmount = async () => {
      await page.evaluate(() => (window as unknown as { unmount: () => void }).unmount())
      await recover()
      jobs++
      const before = await look()
      await pause(QUIET)
      const { checks, timers } = await look()
      if (checks.length > before.checks.length) left.push('a check after the end')
      if (checks.some(({ endedAt }) => endedAt === null)) left.push('a request')
      const others = timers.filter((ms) => ms !== GC_TIME)
      left.push(...others.map((ms) => `a timer of ${ms} ms`))
      if (timers.length - others.length > jobs) left.push('a second timer for the cache')
      // The browser ends what was aborted in its own time.
      const open = () => here.open() + elsewhere.open()
      await vi.waitUntil(() => open() === 0, { timeout: 2_000 }).catch(() => left.push(`${open()} connections`))
    }
    const look = () =>
      page.evaluate(() => {
        const { checks, sights, timers } = window.record
        return { checks, sights, timers: timers() }
      })
    /** Waits for the phase to be one of those that stay, and then for whatever may still come. */
    const settle = async () => {
      const isSettled = async () => settled.includes((await look()).sights.at(-1)?.phase ?? '')
      // A watch that does not settle is seen by where it stands.
      await vi.waitUntil(isSettled, { timeout: 20_000, interval: 50 }).catch(() => undefined)
      await pause(QUIET)
      return look()
    }
    let early = 0
    const countEarly = (checks: { sentAt: number; endedAt: number | null }[]) => {
      const least = Math.max(options.interval.min, fault.holdsOff ?? 0)
      checks.forEach(({ sentAt }, index) => {
        const wait = index > 0 ? sentAt - (checks[index - 1]!.endedAt ?? Infinity) : Infinity
        // A timer may be early by the rounding of clocks.
        if (wait < least - 2 * speed) early++
      })
    }

    const beside = async () => {
      if (!fault.beside) return
      await vi.waitUntil(async () => (await look()).sights.at(-1)?.phase === 'processing', { timeout: 10_000 })
      await fault.beside(surroundings, lasts)
    }

    await mount('one who leaves')
    await vi.waitUntil(async () => (await look()).checks.length > 0, { timeout: 10_000 })
    await pause(50)
    await unmount()

    lasts = false
    await mount('one who waits')
    const [passed] = await Promise.all([settle(), beside()])
    countEarly(passed.checks)
    const passing = { ...courseOf(passed.sights), requests: passed.checks.length, heard }
    await unmount()

    lasts = true
    await mount('one who gives up')
    const [lasted] = await Promise.all([settle(), beside()])
    countEarly(lasted.checks)
    const lasting = { ...courseOf(lasted.sights), reached: reachedBy(lasted) }

    await recover()
    await page.evaluate(() => Object.assign(window.record, { checks: [], sights: window.record.sights.slice(-1) }))
    await page.getByRole('button', { name: 'Check again' }).click({ timeout: 2_000 }).catch(() => undefined)
    const mended = await settle()
    const asksAgain = { ...courseOf(mended.sights), requests: mended.checks.length }
    await unmount()

    const error = lasted.sights.find(({ error }) => error)?.error ?? null
    return { error, passing, lasting, asksAgain, early, left }
  } finally {
    await context.close()
    await Promise.all([here.stop(), elsewhere.stop()])
  }
}

function courseOf(sights: readonly Sight[]) {
  const phases = sights.map(({ phase }) => phase)
  return {
    phases: phases.filter((phase, index) => phase !== phases[index - 1]),
    reads: [...new Set(sights.map(({ reads }) => nameSaying(reads)))],
  }
}

function reachedBy({ checks, sights }: { checks: { clock: number }[]; sights: readonly Sight[] }): string {
  const { phase, at, deadline } = sights.at(-1)!
  const late = checks.filter(({ clock }) => clock >= deadline).length
  if (phase === 'timed-out' && at >= deadline && late <= 1) return 'at the deadline'
  return `after ${checks.length} check${checks.length === 1 ? '' : 's'}`
}
