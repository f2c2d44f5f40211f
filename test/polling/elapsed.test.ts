import { expect, it } from 'vitest'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { elapsed } from '../../src/polling/elapsed.ts'
import { createPollState } from '../../src/polling/pollState.ts'

const job = (times: { created_at?: string; updated_at?: string }) =>
  parseItrJob({ job_id: 'j', status: 'processing', ...times })
const created_at = '2026-04-07T11:24:00Z'
const updated_at = '2026-04-07T11:25:00Z'

it('a job is as old as our own window', () => {
  expect(elapsed(undefined, createPollState(5_000), 25_000)).toBe(20_000)
})

it('a job is older than our own window where its own times say more', () => {
  expect(elapsed(job({ created_at, updated_at }), createPollState(5_000), 25_000)).toBe(60_000)
  expect(elapsed(job({ created_at, updated_at }), createPollState(5_000), 85_000)).toBe(80_000)
})

it('one time of its own alone says nothing of its age', () => {
  expect(elapsed(job({}), createPollState(5_000), 25_000)).toBe(20_000)
  expect(elapsed(job({ created_at }), createPollState(5_000), 25_000)).toBe(20_000)
  expect(elapsed(job({ updated_at }), createPollState(5_000), 25_000)).toBe(20_000)
})
