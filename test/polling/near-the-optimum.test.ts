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

/** Every schedule on the grid of the band, up to the first request that sees every job completed. */
function everySchedule(end: number, [shortest, longest]: [number, number], times = [0]): number[][] {
  const last = times.at(-1)!
  if (last >= end) return [times]
  const gaps = Array.from({ length: longest - shortest + 1 }, (_, more) => shortest + more)
  return gaps.flatMap((gap) => everySchedule(end, [shortest, longest], [...times, last + gap]))
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

  it('is compared with an optimum that no other schedule beats', () => {
    const durations = [4, 9, 9.5, 14, 15, 15.5, 21, 22]
    const band = { min: 2, max: 5, latency: 1, step: 1 }
    const all = everySchedule(22, [3, 6]).map((times) => costOf(times, durations, 1))
    const optimum = createOptimum(durations, band)
    for (const price of [1e-6, 0.2, 0.5, 1, 2, 5, 1e6]) {
      const { requests, lag } = optimum.cheapest(price)
      const least = Math.min(...all.map((cost) => cost.lag + price * cost.requests))
      expect(lag + price * requests).toBeCloseTo(least, 6)
    }
    for (const { requests, lag } of all) expect(optimum.lagAt(requests)).toBeLessThanOrEqual(lag + 1e-9)
  })
})
