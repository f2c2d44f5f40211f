import { describe, expect, it } from 'vitest'
import { COMPLETED, createProxy, LATENCY, statusBody, tick, useFakePage, watchJob } from './watchJob.tsx'

useFakePage()

describe('useItrJobStatus: schedule', () => {
  const times = { created_at: '2026-04-07T11:00:00', updated_at: '2026-04-07T11:00:45' }
  it.each([
    ['the timestamps of the job', {}, times],
    ['startedAt', { startedAt: Date.parse('2026-04-07T11:23:20Z') }, {}],
  ])('takes the age of the job from %s', async (_, options, fields) => {
    const { proxy } = watchJob(options, { response: statusBody(fields) })
    await tick(20_000)
    expect(proxy.waits).toEqual([5_000, 5_000, 5_000])
  })

  it('needs at most 10.8 requests and 3.2 s of lag on average, for jobs uniform in 30 to 90 s', async () => {
    const requests: number[] = []
    const lags: number[] = []
    for (let second = 30; second <= 90; second++) {
      const start = Date.now()
      const isDone = () => Date.now() - LATENCY / 2 - start >= second * 1_000
      const proxy = createProxy(() => Response.json(isDone() ? COMPLETED : statusBody()))
      const { unmount } = watchJob({}, { proxy })
      await tick(110_000)
      unmount()
      requests.push(proxy.calls.length)
      lags.push((proxy.calls.at(-1)!.endedAt! - start) / 1_000 - second)
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    console.log(`requests a job ${mean(requests).toFixed(2)}, mean lag ${mean(lags).toFixed(2)} s`)
    expect(mean(requests)).toBeLessThanOrEqual(10.8)
    expect(mean(lags)).toBeLessThanOrEqual(3.2)
  })
})
