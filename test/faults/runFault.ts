import type { ItrPhase } from 'itr-progress'
import type { Browser } from 'playwright'
import type { Fault } from './Fault.ts'
import { openStage } from './host/openStage.ts'
import type { Poll, View } from './host/recordPage.ts'
import { toTextName } from './texts.ts'

/** Phases and texts of one widget, each change once. */
interface Course {
  phases: ItrPhase[]
  texts: string[]
}

export interface Observation {
  /** Error of a poll during the fault. */
  error: Fault['error']
  /** The fault ends after `times` polls. `requests`: sent by the page. `received`: by a server. */
  passing: Course & { requests: number; received: number }
  /** The fault lasts. `reached`: after how many polls the last phase came, or that it came at the deadline. */
  lasting: Course & { reached: string }
  /** The lasting fault ends, and the person presses the retry button. */
  retrying: Course & { requests: number }
  /** Number of polls sooner than `interval.min` or `Retry-After` allows. */
  earlyPolls: number
  /** Timers, requests and connections after an unmount, and uncaught errors. */
  leftovers: string[]
}

/** Runs a fault three times: with an unmount during the first poll, as a passing fault, and as a lasting one. */
export async function runFault(browser: Browser, script: string, fault: Fault): Promise<Observation> {
  const stage = await openStage(browser, script, fault)
  try {
    await stage.mount({ lasts: true })
    await stage.waitForPoll()
    await stage.unmount()

    await stage.mount({ lasts: false })
    const passed = await stage.settle()
    const passing = { ...toCourse(passed.views), requests: passed.polls.length, received: stage.received() }
    await stage.unmount()

    await stage.mount({ lasts: true })
    const lasted = await stage.settle()
    await stage.endFault()
    const retried = (await stage.retry()) ? await stage.settle() : { views: [], polls: [] }
    await stage.unmount()

    const waits = [passed, lasted].flatMap(({ polls }) => toWaits(polls))
    return {
      error: lasted.views.find(({ error }) => error)?.error ?? null,
      passing,
      lasting: { ...toCourse(lasted.views), reached: toReached(lasted.polls, lasted.views.at(-1)!) },
      retrying: { ...toCourse(retried.views), requests: retried.polls.length },
      earlyPolls: waits.filter((ms) => ms < stage.shortestWait).length,
      leftovers: stage.leftovers,
    }
  } finally {
    await stage.close()
  }
}

function toCourse(views: readonly View[]): Course {
  const phases = views.map(({ phase }) => phase)
  return {
    phases: phases.filter((phase, index) => phase !== phases[index - 1]),
    texts: [...new Set(views.map(toTextName))],
  }
}

/** At the deadline means: only the last poll was sent after it. */
const toReached = (polls: readonly Poll[], { phase, at, deadline }: View) =>
  phase === 'timed-out' && at >= deadline && (polls.at(-2)?.clock ?? 0) < deadline
    ? 'at the deadline'
    : `after ${polls.length} poll${polls.length === 1 ? '' : 's'}`

/** Returns the times from the end of each poll to the start of the next, in ms. */
const toWaits = (polls: readonly Poll[]) =>
  polls.slice(1).map(({ sentAt }, index) => sentAt - (polls[index]!.endedAt ?? Infinity))
