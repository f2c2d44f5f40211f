import type { ItrJobStatusResult, ItrPlannedStep } from '../../../src/index.ts'
import { describeWatch } from '../../../src/polling/describeWatch.ts'
import { openWindow } from '../../../src/polling/WatchRecord.ts'
import { sayingsOf } from '../../../src/ui/sayingsOf.ts'
import { stepsOf } from '../../../src/ui/stepsOf.ts'
import type { ItrWords } from '../../../src/ui/wordsIn.ts'
import { announcementsIn, type Announcement, type Moment } from './announcementsIn.ts'
import type { Check, ReplayCourse } from './replayJob.ts'

/** What a person, those who listen and the network have had by one moment. */
export interface View {
  itr: ItrJobStatusResult
  requests: readonly Check[]
  announcements: readonly Announcement[]
}

/** All that is known `at` ms into a replay. Pure, so any moment can be looked at in any order. */
export function viewAt(
  at: number,
  checks: readonly Check[],
  course: ReplayCourse,
  plan: readonly ItrPlannedStep[],
  words: ItrWords,
): View {
  const moments = changesIn(checks, course)
    .filter((change) => change <= at)
    .map((change): Moment => {
      const itr = resultAt(change, checks, course)
      return { at: change, itr, sayings: sayingsOf(itr, stepsOf(itr.job, plan, words.find), words.t) }
    })
  return {
    itr: resultAt(at, checks, course),
    requests: checks.filter(({ sentAt }) => sentAt <= at),
    announcements: announcementsIn(moments, at, words.t),
  }
}

/** When something may look different: each settled check, and the network going and coming. */
function changesIn(checks: readonly Check[], { absence }: ReplayCourse): number[] {
  const away = absence?.isOffline ? [absence.from, absence.until] : []
  return [...new Set([0, ...checks.map(({ settledAt }) => settledAt), ...away])].sort((a, b) => a - b)
}

/** The hook's result as it was then. */
export function resultAt(
  at: number,
  checks: readonly Check[],
  { timeout, absence }: ReplayCourse,
): ItrJobStatusResult {
  const check = checks.filter(({ settledAt }) => settledAt <= at).at(-1)
  const isOnline = !(absence?.isOffline && absence.from <= at && at < absence.until)
  const view = { enabled: true, timeout, isOnline }
  return {
    ...describeWatch(check?.job, check?.record ?? openWindow(0), view),
    jobId: 'replayed-job',
    retry: () => {},
  }
}
