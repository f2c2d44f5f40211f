import { describe, expect, it } from 'vitest'
import { costOf, createOptimum } from '../../bench/schedule/optimum.mjs'
import { quantiles, sample } from '../../bench/schedule/quantiles.mjs'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { getNextPollDelay } from '../../src/polling/getNextPollDelay.ts'
import { createPollState, requestSent, requestSucceeded } from '../../src/polling/pollState.ts'

/** s */
const LATENCY = 0.3

/** Start of each request in s, up to the first one that sees a job of `end` s completed. */
function ourTimes(end: number): number[] {
  const options = {
    interval: { min: 5_000, max: 10_000 },
    timeout: 240_000,
    typicalDuration: { min: 30_000, max: 90_000 },
  }
  const job = parseItrJob({ job_id: 'j', status: 'processing' })
  const query = {
    data: job,
    fetchStatus: 'idle' as const,
  }
  const times = [0]
  let state = createPollState(0)
  for (let sent = 0; sent < end * 1000; times.push(sent / 1000)) {
    const ended = sent + LATENCY * 1000
    state = requestSucceeded(requestSent(state, sent), ended, job)
    sent = ended + Number(getNextPollDelay(query, state, options, ended))
  }
  return times
}

describe('the schedule', () => {
  it('has at most 1.05 times the lag of the optimum with as many requests, for jobs uniform in 30 to 90 s', () => {
    const durations = sample(quantiles.typical, 5_000)
    const optimum = createOptimum(durations, { min: 5, max: 10, latency: LATENCY, step: 0.1 })
    const ours = costOf(ourTimes(90), durations, LATENCY)
    const best = optimum.lagAt(ours.requests)
    console.log(`mean lag ${ours.lag.toFixed(3)} s, of the optimum ${(ours.lag / best).toFixed(4)}`)
    expect(ours.lag / best).toBeLessThanOrEqual(1.05)
    expect(ours.lag / best).toBeGreaterThan(0.999)
  })
})
