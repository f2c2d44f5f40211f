import type { ItrErrorCode, ItrErrorKind, ItrPhase } from 'itr-progress'
import type { mountWidget } from './mountWidget.tsx'

/** A request of the page. Times are in ms of a clock that never jumps, except `clock`. */
export interface Poll {
  sentAt: number
  /** When the headers arrived, or the request failed. */
  endedAt: number | null
  isInFlight: boolean
  /** When it was sent, by the page's `Date.now()`. */
  clock: number
}

/** One render of the widget. */
export interface View {
  phase: ItrPhase
  text: [heading: string, message: string]
  error: { kind: ItrErrorKind; code: ItrErrorCode } | null
  /** By the page's `Date.now()`, as is the deadline. */
  at: number
  deadline: number
}

interface PageRecord {
  polls: Poll[]
  views: View[]
  /** Returns the delays of the active timers, in ms. */
  timers: () => number[]
  addView: (view: View) => void
  /** Jump of the clock after the first response, in ms. */
  clockJump: number
  /** Number of polls whose `headers` option throws. */
  headerFailures: number
  getHeaders: () => HeadersInit
}

declare global {
  interface Window {
    record: PageRecord
    /** Runs in Node. The request is sent when it is done. */
    beforePoll: () => Promise<void>
    mountWidget: typeof mountWidget
    unmount: () => void
  }
}

/** Runs first in the page. It records requests and timers, and makes the page's clock run `speed` times faster. */
export function recordPage(speed: number) {
  const fetch = window.fetch.bind(window)
  const setTimeout = window.setTimeout.bind(window)
  const setInterval = window.setInterval.bind(window)
  const clearTimeout = window.clearTimeout.bind(window)
  const { now } = Date
  const start = now()
  const steadyNow = () => performance.now() * speed
  let shift = 0
  Date.now = () => Math.floor(start + (now() - start) * speed + shift)

  const timers = new Map<number, number>()
  const clear = (id?: number) => {
    if (id !== undefined) timers.delete(id)
    // In browsers it clears intervals too.
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

  const record: PageRecord = {
    polls: [],
    views: [],
    timers: () => [...timers.values()],
    addView: (view) => {
      record.views.push(view)
      if (view.phase !== 'processing') return
      shift += record.clockJump
      record.clockJump = 0
    },
    clockJump: 0,
    headerFailures: 0,
    getHeaders: () => {
      if (record.headerFailures === 0) return {}
      record.headerFailures--
      // The poll ends before its request.
      const now = steadyNow()
      record.polls.push({ sentAt: now, endedAt: now, isInFlight: false, clock: Date.now() })
      throw new Error('The session is lost.')
    },
  }
  window.record = record
  window.fetch = async (...args) => {
    const poll: Poll = { sentAt: steadyNow(), endedAt: null, isInFlight: true, clock: Date.now() }
    const end = () => (poll.endedAt ??= steadyNow())
    record.polls.push(poll)
    args[1]?.signal?.addEventListener('abort', end)
    try {
      await window.beforePoll()
      return await fetch(...args)
    } finally {
      end()
      poll.isInFlight = false
    }
  }
}
