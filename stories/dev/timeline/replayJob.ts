import { ItrStatusError, reconcileItrJob, type ItrJob } from '../../../src/index.ts'
import { derivePhase } from '../../../src/polling/derivePhase.ts'
import {
  getNextPollDelay,
  getThrottleDelay,
  type PollingOptions,
} from '../../../src/polling/getNextPollDelay.ts'
import { pollsOnReturn } from '../../../src/polling/ItrJobStatusResult.ts'
import {
  createPollState,
  requestFailed,
  requestSent,
  requestSucceeded,
  type PollState,
} from '../../../src/polling/pollState.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenario } from '../../../src/testing/index.ts'
import { fetchItrStatus } from '../../../src/transport/fetchItrStatus.ts'

/** Circumstances of a replay. Times are ms since polling began. */
export interface ReplayCourse extends PollingOptions {
  scenario: ItrScenario
  /** How long a request takes. */
  latency: number
  /** When the page has no network, or is hidden. */
  absence: { from: number; until: number; isOffline: boolean } | null
}

/** One poll, with the state after it. */
export interface Check {
  sentAt: number
  settledAt: number
  /** The response in a few words. */
  outcome: string
  isAnswered: boolean
  job: ItrJob | undefined
  record: PollState
}

/** A replay that does not end by itself is cut here, in ms. */
const MAX_REPLAY_MS = 600_000

/**
 * Runs a whole job without waiting: the real transport calls the real proxy and the simulator, whose clock is set to each time
 * that the real schedule names. A hidden page sends only its first request; without a network every request fails.
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
  const isOnlineAt = (time: number) => !(absence?.isOffline && absence.from <= time && time < absence.until)

  const checks: Check[] = []
  let job: ItrJob | undefined
  let record = createPollState(0)
  let sentAt: number | null = 0

  while (sentAt !== null && sentAt < MAX_REPLAY_MS) {
    clock = sentAt
    record = requestSent(record, sentAt)
    const settledAt: number = sentAt + latency
    const isOnline = isOnlineAt(sentAt)
    const response = isOnline
      ? await fetchItrStatus(request, new AbortController().signal).catch((error: ItrStatusError) => error)
      : new ItrStatusError('network', 'transient')
    const isAnswered = !(response instanceof Error)
    if (isAnswered) {
      job = reconcileItrJob(job, response)
      record = requestSucceeded(record, settledAt, job)
    } else record = requestFailed(record, settledAt, response, isOnline)
    const outcome = isAnswered ? response.status : String(response.status ?? response.code)
    checks.push({ sentAt, settledAt, outcome, isAnswered, job, record })
    sentAt = getNextRequestTime({ job, record, settledAt }, polling, absence)
  }
  return checks
}

function getNextRequestTime(
  { job, record, settledAt }: Pick<Check, 'job' | 'record' | 'settledAt'>,
  polling: PollingOptions,
  absence: ReplayCourse['absence'],
): number | null {
  const wait = getNextPollDelay({ data: job, fetchStatus: 'idle' }, record, polling, settledAt)
  const due = wait === false ? Infinity : settledAt + wait
  const next = absence && absence.until > settledAt ? Math.min(skipHidden(due), getReturnTime()) : due
  return next === Infinity ? null : next

  function skipHidden(time: number) {
    const isHidden = !absence!.isOffline && absence!.from <= time && time < absence!.until
    return isHidden ? Infinity : time
  }

  function getReturnTime() {
    if (!pollsOnReturn(derivePhase(job, record, polling.timeout))) return Infinity
    return absence!.until + Math.max(0, getThrottleDelay(record, polling.interval.min, absence!.until))
  }
}
