import type { ItrJobStatusResult, ItrTranslate } from '../../../src/index.ts'
import { getAnnouncement, type Heard } from '../../../src/view/getAnnouncement.ts'
import type { ItrStatusText } from '../../../src/view/getStatusText.ts'

/** A moment at which something changed. */
export interface Moment {
  /** ms since watching began */
  at: number
  result: ItrJobStatusResult
  sayings: ItrStatusText
}

export interface Announcement {
  at: number
  text: string
}

/** As the announcer's own, in ms. */
const PAUSE = 5_000
const SETTLE = 100

/**
 * What the live region has said by `until`: the announcer's rules without its timers. What had to wait for its turn is dropped
 * when something newer came in the meantime; only the end of a job does not wait.
 */
export function announcementsIn(
  moments: readonly Moment[],
  until: number,
  t: ItrTranslate,
): readonly Announcement[] {
  const announced: Announcement[] = []
  let standing = ''
  let heard: Heard | null = null
  let nextAt = 0

  moments.forEach(({ at, result, sayings }, index) => {
    if (sayings.standing !== standing) {
      const isEnd = result.phase === 'completed' || result.phase === 'failed'
      nextAt = isEnd ? at + (heard ? 0 : SETTLE) : Math.max(nextAt, at + SETTLE)
      standing = sayings.standing
      heard = null
    }
    const text = getAnnouncement(sayings, result.isDelayed, heard, t)
    const saidAt = Math.max(at, nextAt)
    if (text === '' || saidAt > until || saidAt >= (moments[index + 1]?.at ?? Infinity)) return
    announced.push({ at: saidAt, text })
    heard = { stepId: sayings.step?.id, isDelayed: result.isDelayed }
    nextAt = saidAt + PAUSE
  })
  return announced
}
