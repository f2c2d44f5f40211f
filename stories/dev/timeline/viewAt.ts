import type { ItrJobStatusResult, ItrPlannedStep } from '../../../src/index.ts'
import { createResult } from '../../../src/polling/createResult.ts'
import { createPollState } from '../../../src/polling/pollState.ts'
import { createItrView } from '../../../src/view/createItrView.ts'
import type { ItrTranslator } from '../../../src/view/createTranslator.ts'
import { announcementsIn, type Announcement, type Moment } from './announcementsIn.ts'
import type { Check, ReplayCourse } from './replayJob.ts'

/** The result, the requests and the announcements up to one moment. */
export interface View {
  result: ItrJobStatusResult
  requests: readonly Check[]
  announcements: readonly Announcement[]
}

/** Returns the state `at` ms into a replay. Pure, so the moments can be read in any order. */
export function viewAt(
  at: number,
  checks: readonly Check[],
  course: ReplayCourse,
  plan: readonly ItrPlannedStep[],
  translator: ItrTranslator,
): View {
  const changes = changesIn(checks, course)
  const delayedAt = changes.find((change) => resultAt(change, checks, course).isDelayed) ?? Infinity
  const minutesOfDelay = Array.from({ length: 60 }, (_, minute) => delayedAt + minute * MINUTE)
  const moments = [...new Set([...changes, ...minutesOfDelay])]
    .filter((change) => change <= at)
    .sort((a, b) => a - b)
    .map((change): Moment => {
      const result = resultAt(change, checks, course)
      const minutes = Math.max(0, Math.floor((change - delayedAt) / MINUTE))
      return { at: change, result, minutes, view: createItrView(result, { steps: plan, translator }) }
    })
  return {
    result: resultAt(at, checks, course),
    requests: checks.filter(({ sentAt }) => sentAt <= at),
    announcements: announcementsIn(moments, at, translator.t),
  }
}

const MINUTE = 60_000

/** Returns the times at which the view can change: after each poll, and when the network changes. */
function changesIn(checks: readonly Check[], { absence }: ReplayCourse): number[] {
  const away = absence?.isOffline ? [absence.from, absence.until] : []
  return [...new Set([0, ...checks.map(({ settledAt }) => settledAt), ...away])].sort((a, b) => a - b)
}

/** Returns the result of the hook at a time. */
export function resultAt(
  at: number,
  checks: readonly Check[],
  { timeout, typicalDuration, absence }: ReplayCourse,
): ItrJobStatusResult {
  const { job, record = createPollState(0) } = checks.filter(({ settledAt }) => settledAt <= at).at(-1) ?? {}
  const isOnline = !(absence?.isOffline && absence.from <= at && at < absence.until)
  const watcher = {
    jobId: 'replayed-job',
    enabled: true,
    timeout,
    typicalDuration,
    isOnline,
    retry: doNothing,
  }
  return createResult(job, record, watcher)
}

const doNothing = () => {}
