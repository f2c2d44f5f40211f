import { reconcileItrJob, type ItrJob, type ItrStatusError } from '../../../src/index.ts'
import { nextCheck, type PollingOptions } from '../../../src/polling/nextCheck.ts'
import { isLive, phaseOf } from '../../../src/polling/phaseOf.ts'
import { untilAllowed } from '../../../src/polling/untilAllowed.ts'
import {
  createPollState,
  requestAnswered,
  requestFailed,
  requestSent,
  type PollState,
} from '../../../src/polling/pollState.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenario } from '../../../src/testing/index.ts'
import { fetchItrStatus } from '../../../src/transport/fetchItrStatus.ts'

/** What happens beside the job. Times are ms since watching began. */
export interface ReplayCourse extends PollingOptions {
  scenario: ItrScenario
  /** How long an answer takes. */
  latency: number
  /** While the page has no network, or nobody looks at it. */
  absence: { from: number; until: number; isOffline: boolean } | null
}

/** One request, and what was known once it settled. */
export interface Check {
  sentAt: number
  settledAt: number
  /** What came back, in a few words. */
  outcome: string
  isAnswered: boolean
  job: ItrJob | undefined
  record: PollState
}

/** A replay that never ends by itself is cut here, ms. */
const LONGEST = 600_000

/**
 * Runs a whole job without waiting: the real transport asks the real proxy and the simulator, whose clock is put to each moment
 * that the real schedule names. The absence is obeyed as the hook does: nothing leaves in it, and its end asks as soon as it may.
 */
export async function replayJob({ scenario, latency, absence, ...polling }: ReplayCourse): Promise<Check[]> {
  let clock = 0
  const simulator = createItrSimulator({ scenario, now: () => clock })
  const request = {
    jobId: simulator.start(),
    proxyUrl: '/api/itr/status',
    fetch: itrProxyFetch(simulator),
    credentials: 'same-origin',
    requestTimeout: 15_000,
  } as const

  const checks: Check[] = []
  let job: ItrJob | undefined
  let record = createPollState(0)
  let sentAt = absence && absence.from <= 0 ? absence.until : 0

  while (sentAt < LONGEST) {
    clock = sentAt
    record = requestSent(record, sentAt)
    const settledAt = sentAt + latency
    const answer = await fetchItrStatus(request, new AbortController().signal).catch(
      (error: ItrStatusError) => error,
    )
    if (answer instanceof Error) record = requestFailed(record, answer, settledAt)
    else {
      job = reconcileItrJob(job, answer)
      record = requestAnswered(record, settledAt)
    }
    const isAnswered = !(answer instanceof Error)
    const outcome = isAnswered ? answer.status : String(answer.status ?? answer.code)
    checks.push({ sentAt, settledAt, outcome, isAnswered, job, record })

    const next = nextSending({ job, record, settledAt }, polling, absence)
    if (next === null) break
    sentAt = next
  }
  return checks
}

function nextSending(
  { job, record, settledAt }: Pick<Check, 'job' | 'record' | 'settledAt'>,
  polling: PollingOptions,
  absence: ReplayCourse['absence'],
): number | null {
  const wait = nextCheck({ data: job, fetchStatus: 'idle' }, record, polling, settledAt)
  const due = wait === false ? Infinity : settledAt + wait
  if (!absence || absence.until <= settledAt || absence.until <= absence.from)
    return due === Infinity ? null : due

  const phase = phaseOf(job, record, polling.timeout)
  const asksOnReturn = isLive(phase) || phase === 'timed-out'
  const onReturn = asksOnReturn
    ? absence.until + Math.max(0, untilAllowed(record, polling.interval.min, absence.until))
    : Infinity
  const next = due < absence.from ? due : onReturn
  return next === Infinity ? null : next
}
