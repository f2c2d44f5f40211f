import type { ItrErrorCode, ItrErrorKind, ItrPhase } from 'itr-progress'
import type { mountWidget } from './mountWidget.tsx'

/** A request of the page, in ms by a clock that nobody sets. */
export interface Check {
  sentAt: number
  /** When there were headers, or nothing was to come any more. */
  endedAt: number | null
  isOut: boolean
  /** When it was sent, as the page's clock has it. */
  clock: number
}

/** What the widget shows from one change to the next. */
export interface Sight {
  phase: ItrPhase
  reads: [heading: string, message: string]
  error: { kind: ItrErrorKind; code: ItrErrorCode } | null
  /** By the page's clock, as is the end of the window. */
  at: number
  deadline: number
}

/** What is known of a page. */
export interface PageRecord {
  checks: Check[]
  sights: Sight[]
  /** How long each timer that has neither fired nor been cleared was set for, in ms. */
  timers: () => number[]
  /** So many ms forwards, or backwards, soon after the next check. */
  clockJump: number
}

declare global {
  interface Window {
    record: PageRecord
    /** Node's: the check may leave when it is done. */
    beforeCheck: () => Promise<void>
    mountWidget: typeof mountWidget
    unmount: () => void
  }
}

/**
 * Runs in the page before anything else: from then on its requests and timers are counted. The page's time runs `speed` times as fast
 * as ours.
 */
export function recordPage(speed: number) {
  const fetch = window.fetch.bind(window)
  const setTimeout = window.setTimeout.bind(window)
  const setInterval = window.setInterval.bind(window)
  const clearTimeout = window.clearTimeout.bind(window)
  const { now } = Date
  const began = now()
  const steady = () => performance.now() * speed
  let shift = 0
  Date.now = () => Math.floor(began + (now() - began) * speed + shift)

  const timers = new Map<number, number>()
  const clear = (id?: number) => {
    if (id !== undefined) timers.delete(id)
    // Either kind, as in a browser.
    clearTimeout(id)
  }
  Object.assign(window, {
    setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      const fire = () => {
        timers.delete(id)
        run(...args)
      }
      const id = setTimeout(fire, ms / speed)
      timers.set(id, ms)
      return id
    },
    setInterval: (run: () => void, ms = 0) => {
      const id = setInterval(run, ms / speed)
      timers.set(id, ms)
      return id
    },
    clearTimeout: clear,
    clearInterval: clear,
  })

  const record: PageRecord = { checks: [], sights: [], timers: () => [...timers.values()], clockJump: 0 }
  window.record = record
  window.fetch = async (...question) => {
    const check: Check = { sentAt: steady(), endedAt: null, isOut: true, clock: Date.now() }
    const end = () => (check.endedAt ??= steady())
    record.checks.push(check)
    question[1]?.signal?.addEventListener('abort', end)
    try {
      await window.beforeCheck()
      return await fetch(...question)
    } finally {
      end()
      check.isOut = false
      const jump = record.clockJump
      record.clockJump = 0
      if (jump) setTimeout(() => (shift += jump), 20)
    }
  }
}
