import { afterEach, beforeEach, expect, it } from 'vitest'
import { answer, createClient, createProxy, LATENCY, tick, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

it('spends requests where they help: slow to 30 s, fast to 90 s, then easing to slow', async () => {
  const proxy = createProxy()
  watchJob({ fetch: proxy.fetch })
  await tick(200_000)
  const waits = proxy.waits.map((ms, i) => ({ after: proxy.calls[i]!.endedAt! - proxy.calls[0]!.at, ms }))
  for (const { after, ms } of waits) {
    if (after < 30_000) expect(ms).toBe(10_000)
    else if (after <= 90_000) expect(ms).toBe(5_000)
  }
  const easing = waits.filter(({ after }) => after > 90_000).map(({ ms }) => ms)
  expect(easing).toEqual([...easing].sort((a, b) => a - b))
  expect(easing[0]).toBeLessThan(6_000)
  expect(easing.at(-1)).toBe(10_000)
})

it('reads the age of a job that was begun before from its own times', async () => {
  const proxy = createProxy(answer({ created_at: '2026-04-07T11:00:00', updated_at: '2026-04-07T11:00:45' }))
  watchJob({ fetch: proxy.fetch })
  await tick(25_000)
  expect(proxy.waits).toEqual([5_000, 5_000, 5_000, 5_000])
})

it('a given startedAt counts as time spent', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, startedAt: new Date(Date.now() - 40_000) })
  await tick(12_000)
  expect(proxy.waits).toEqual([5_000, 5_000])
  expect(watcher.result.startedAt).toBe(Date.now() - 12_002 - 40_000 + 2)
})

it('at most 10.8 requests a job at a mean lag of at most 3.2 s, for jobs uniform in 30 to 90 s', async () => {
  const requests: number[] = []
  const lags: number[] = []
  for (let second = 30; second <= 90; second += 1) {
    const began = Date.now()
    const proxy = createProxy(() =>
      Response.json(
        answer({ status: Date.now() - LATENCY / 2 - began >= second * 1000 ? 'completed' : 'processing' }),
      ),
    )
    const { unmount } = watchJob({ fetch: proxy.fetch }, { client: createClient() })
    await tick(110_000)
    unmount()
    requests.push(proxy.calls.length)
    lags.push((proxy.calls.at(-1)!.endedAt! - began) / 1000 - second)
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  console.log(`requests a job ${mean(requests).toFixed(2)}, mean lag ${mean(lags).toFixed(2)} s`)
  expect(mean(requests)).toBeLessThanOrEqual(10.8)
  expect(mean(lags)).toBeLessThanOrEqual(3.2)
})

it('isDelayed from the first check that settles after 90 s until the job is settled', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(89_000)
  expect(watcher.result.isDelayed).toBe(false)
  const before = proxy.calls.length
  await tick(6_500)
  expect(proxy.calls.length).toBeGreaterThan(before)
  expect(watcher.result.isDelayed).toBe(true)
  proxy.says = answer({ status: 'completed' })
  await tick(11_000)
  expect(watcher.result).toMatchObject({ phase: 'completed', isDelayed: false })
})
