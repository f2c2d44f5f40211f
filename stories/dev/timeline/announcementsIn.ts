import { isTerminal } from '../../../src/contract/ItrJob.ts'
import type { ItrJobStatusResult, ItrStatusView, ItrTranslate } from '../../../src/index.ts'
import { getAnnouncement, type AnnouncedState } from '../../../src/view/getAnnouncement.ts'
import { getPhaseView } from '../../../src/view/phaseViews.ts'

/** A moment at which something changed. */
export interface Moment {
  /** ms since polling began */
  at: number
  result: ItrJobStatusResult
  /** Whole minutes in which the job was delayed. */
  minutes: number
  view: ItrStatusView
}

export interface Announcement {
  at: number
  text: string
}

/** The announcer's own constants, in ms. */
const PAUSE = 5_000
const EMPTY = 100

/**
 * Returns what the live region has announced by `until`: the rules of the announcer without its timers, and without the
 * connection. A newer announcement replaces one that waits. The end of a job does not wait.
 */
export function announcementsIn(
  moments: readonly Moment[],
  until: number,
  t: ItrTranslate,
): readonly Announcement[] {
  const announcements: Announcement[] = []
  let lastDisplayPhase = ''
  let announced: AnnouncedState | null = null
  let nextAt = 0

  moments.forEach(({ at, result, minutes, view }, index) => {
    const lasting = { connection: 'ok', minutes } as const
    const { displayPhase } = getPhaseView(result)
    if (displayPhase !== lastDisplayPhase) {
      nextAt = isTerminal(result.job) ? at + EMPTY : Math.max(nextAt, at + EMPTY)
      lastDisplayPhase = displayPhase
      announced = null
    }
    const text = getAnnouncement(result, view, t, announced, lasting)
    const announcedAt = Math.max(at, nextAt)
    if (text === '' || announcedAt > until || announcedAt >= (moments[index + 1]?.at ?? Infinity)) return
    announcements.push({ at: announcedAt, text })
    announced = { isDelayed: result.isDelayed, steps: view.steps, ...lasting }
    nextAt = announcedAt + PAUSE
  })
  return announcements
}
