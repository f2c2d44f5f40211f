import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ask, createProxy, flat } from './asking.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

it('keeps the newest 10,000 answers, and asks again for those that had to go', async () => {
  const { proxy, calls } = createProxy({
    resolveJob: (handle) => handle,
    upstream: (jobId) => Response.json(flat({ job_id: jobId })),
  })
  const request = ask()
  const about = (job: number) => proxy.getJob(`job-${job}`, request)
  for (let job = 0; job <= 10_000; job++) await about(job)
  expect(calls).toHaveLength(10_001)
  await about(10_000)
  await about(1)
  expect(calls).toHaveLength(10_001)
  await about(0)
  expect(calls).toHaveLength(10_002)
}, 60_000)
