import type { Browser } from 'playwright'
import type { Fault } from './Fault.ts'
import { openStage } from './host/openStage.ts'
import type { Check, Sight } from './host/recordPage.ts'
import type { Observation } from './Observation.ts'
import { nameSaying } from './sayings.ts'

/** Plays a fault to a page with the widget: to one who leaves in the middle of it, to one who sees it pass, to one whom it outlasts. */
export async function watchFault(browser: Browser, script: string, fault: Fault): Promise<Observation> {
  const stage = await openStage(browser, script, fault)
  try {
    await stage.mount({ lasts: true })
    await stage.begin()
    await stage.unmount()

    await stage.mount({ lasts: false })
    const passed = await stage.settle()
    const passing = { ...courseOf(passed.sights), requests: passed.checks.length, heard: stage.heard() }
    await stage.unmount()

    await stage.mount({ lasts: true })
    const lasted = await stage.settle()
    const lasting = { ...courseOf(lasted.sights), reached: reachedBy(lasted.checks, lasted.sights.at(-1)!) }
    await stage.recover()
    await stage.askAgain()
    const again = await stage.settle()
    const asksAgain = { ...courseOf(again.sights), requests: again.checks.length }
    await stage.unmount()

    return {
      error: lasted.sights.find(({ error }) => error)?.error ?? null,
      passing,
      lasting,
      asksAgain,
      early: [passed, lasted].flatMap(({ checks }) => waitsOf(checks)).filter((ms) => ms < stage.leastWait)
        .length,
      left: stage.left,
    }
  } finally {
    await stage.close()
  }
}

function courseOf(sights: readonly Sight[]) {
  const phases = sights.map(({ phase }) => phase)
  return {
    phases: phases.filter((phase, index) => phase !== phases[index - 1]),
    reads: [...new Set(sights.map(({ reads }) => nameSaying(reads)))],
  }
}

/** The verdict at the deadline is the last check's, since the one before left earlier. */
const reachedBy = (checks: readonly Check[], { phase, at, deadline }: Sight) =>
  phase === 'timed-out' && at >= deadline && (checks.at(-2)?.clock ?? 0) < deadline
    ? 'at the deadline'
    : `after ${checks.length} check${checks.length === 1 ? '' : 's'}`

/** From the end of each check to the start of the next. */
const waitsOf = (checks: readonly Check[]) =>
  checks.slice(1).map(({ sentAt }, index) => sentAt - (checks[index]!.endedAt ?? Infinity))
