import { describe, expect, it, vi } from 'vitest'
import {
  COMPLETED,
  hideAndShowPage,
  httpError,
  reportNetwork,
  setNetwork,
  showPage,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

/** Moves the system clock while timers stand still. */
const sleepForAnHour = () => vi.setSystemTime(Date.now() + 3_600_000)
const moveClockBack = () => vi.setSystemTime(Date.now() - 3_600_000)

describe('useItrJobStatus: deadline', () => {
  it('polls at the deadline, and times out when that poll ends', async () => {
    const watcher = watchJob({ timeout: 27_000 })
    await tick(27_100)
    expect(watcher.proxy.seconds).toEqual([0, 10.3, 20.6, 27])
    expect(watcher.result.phase).toBe('processing')
    await tick(300)
    expect(watcher.result).toMatchObject({
      phase: 'timed-out',
      isPolling: false,
      job: { status: 'processing' },
    })
    await tick(600_000)
    expect(watcher.proxy.calls).toHaveLength(4)
  })

  it('is after four minutes by default', async () => {
    const watcher = watchJob()
    await tick(239_900)
    expect(watcher.result).toMatchObject({ phase: 'processing', isDelayed: true })
    await tick(5_400)
    expect(watcher.result).toMatchObject({ phase: 'timed-out', isDelayed: false })
  })

  it.each([
    ['interval.min', statusBody(), [0, 10.3, 15.6]],
    ['an obeyed Retry-After', httpError(503, { 'Retry-After': '30' }), [0, 30.3]],
  ])('waits for %s, and the later poll decides', async (_, response, seconds) => {
    const watcher = watchJob({ timeout: 12_000 }, { response })
    await tick(seconds.at(-1)! * 1_000 - 100)
    expect(watcher.proxy.seconds).toEqual(seconds.slice(0, -1))
    expect(watcher.result.isPolling).toBe(true)
    await tick(500)
    expect(watcher.proxy.seconds).toEqual(seconds)
    expect(watcher.result.phase).toBe('timed-out')
  })
})

const hideForTenMinutes = async () => {
  await showPage(false)
  await tick(600_000)
}

describe.each<[string, leave: () => unknown, comeBack: () => Promise<unknown>]>([
  ['a page that was hidden past the deadline', hideForTenMinutes, () => showPage(true)],
  ['a laptop that slept past the deadline', sleepForAnHour, () => tick(600)],
])('useItrJobStatus: %s', (_, leave, comeBack) => {
  it.each([
    ['processing', 'timed-out'],
    ['completed', 'completed'],
  ])('polls once more: %s becomes %s', async (status, phase) => {
    const { proxy, phases } = watchJob()
    await tick(20_000)
    const before = proxy.calls.length
    await leave()
    proxy.response = statusBody({ status })
    await comeBack()
    await tick(200)
    expect(phases).toEqual(['connecting', 'processing'])
    await tick(400)
    expect(phases).toEqual(['connecting', 'processing', phase])
    expect(proxy.calls).toHaveLength(before + 1)
  })
})

describe('useItrJobStatus: clock', () => {
  it('uses the response to a request that was in flight when the laptop fell asleep', async () => {
    const { proxy, phases } = watchJob()
    proxy.latency = 2_000
    await tick(13_000)
    expect(proxy.calls.at(-1)!.endedAt).toBeNull()
    sleepForAnHour()
    proxy.response = COMPLETED
    await tick(2_000)
    expect(phases).toEqual(['connecting', 'processing', 'completed'])
  })

  it('polls on return although the timer fires 5 ms early by the system clock', async () => {
    const response = httpError(503, { 'Retry-After': '30' })
    const watcher = watchJob({ timeout: 10_000 }, { response })
    await tick(40_000)
    expect(watcher.result.phase).toBe('timed-out')
    const before = watcher.proxy.calls.length
    await hideAndShowPage()
    vi.setSystemTime(Date.now() - 5)
    await tick(30_000)
    expect(watcher.proxy.calls).toHaveLength(before + 1)
  })

  it('polls once after a reload past the deadline', async () => {
    const { phases } = watchJob({ startedAt: Date.now() - 900_000 })
    await tick(200)
    expect(phases).toEqual(['connecting'])
    await tick(200)
    expect(phases).toEqual(['connecting', 'timed-out'])
  })

  it('keeps its schedule and its deadline after the system clock moved back', async () => {
    const { proxy, phases, rerender } = watchJob()
    await tick(100_000)
    moveClockBack()
    const before = proxy.calls.length
    for (let i = 0; i < 20; i++) {
      await tick(1_000)
      rerender({})
    }
    expect(proxy.calls.length - before).toBeGreaterThanOrEqual(2)
    expect(proxy.calls.length - before).toBeLessThanOrEqual(5)
    await tick(135_000)
    expect(phases.at(-1)).toBe('timed-out')
  })
})

describe('useItrJobStatus: offline', () => {
  it('keeps polling past the deadline without timing out', async () => {
    const watcher = watchJob()
    const { proxy } = watcher
    await tick(20_000)
    await setNetwork(false)
    await tick(600_000)
    expect(watcher.result).toMatchObject({
      phase: 'processing',
      connection: 'offline',
      isPolling: true,
      isDelayed: true,
    })
    expect(Math.max(...proxy.waits)).toBeLessThanOrEqual(10_002)
    // The wait before the deadline is cut.
    expect(Math.min(...proxy.waits.slice(-30))).toBeGreaterThanOrEqual(10_000)
    proxy.response = COMPLETED
    await setNetwork(true)
    await tick(5_400)
    expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
  })

  it('starts as offline on a page that loads offline', async () => {
    await setNetwork(false)
    const watcher = watchJob()
    expect(watcher.result.connection).toBe('offline')
    await tick(604_000)
    expect(watcher.result).toMatchObject({ phase: 'connecting', connection: 'offline' })
    await setNetwork(true)
    await tick(5_400)
    expect(watcher.result.phase).toBe('timed-out')
  })

  it('trusts responses more than a browser that reports offline by mistake', async () => {
    await reportNetwork(false)
    const watcher = watchJob()
    await tick(1_000)
    expect(watcher.result).toMatchObject({ phase: 'processing', connection: 'ok' })
    await tick(245_000)
    expect(watcher.result).toMatchObject({ phase: 'timed-out', connection: 'ok' })
    watcher.proxy.response = httpError(401)
    await hideAndShowPage(5_000)
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: 'error', connection: 'ok', error: { status: 401 } })
  })
})

describe('useItrJobStatus: timed-out', () => {
  const watchTimedOut = async () => {
    const watcher = watchJob({ timeout: 20_000 })
    await tick(31_000)
    expect(watcher.result.phase).toBe('timed-out')
    return { watcher, proxy: watcher.proxy, before: watcher.proxy.calls.length }
  }
  const dropAndRestoreNetwork = async () => {
    await setNetwork(false)
    await tick(30_000)
    await setNetwork(true)
  }

  it.each([
    ['the page is shown', () => hideAndShowPage(30_000)],
    ['the network returns', dropAndRestoreNetwork],
  ])('polls once each time %s, and shows a terminal job', async (_, comeBack) => {
    const { watcher, proxy, before } = await watchTimedOut()
    for (const times of [1, 2]) {
      await comeBack()
      await tick(60_000)
      expect(proxy.calls).toHaveLength(before + times)
      expect(watcher.result.phase).toBe('timed-out')
    }
    proxy.response = COMPLETED
    await comeBack()
    await tick(400)
    expect(watcher.result.phase).toBe('completed')
  })

  it('polls when its timer fires 1 ms early by the system clock, without a job', async () => {
    const watcher = watchJob({ timeout: 20_000 }, { response: httpError(503) })
    await tick(40_000)
    expect(watcher.result.phase).toBe('timed-out')
    await hideAndShowPage()
    await tick(1_000)
    watcher.proxy.response = COMPLETED
    await hideAndShowPage()
    vi.setSystemTime(Date.now() - 1)
    await tick(6_000)
    expect(watcher.result.phase).toBe('completed')
  })

  it.each([
    ['stays, without reconnecting, after a transient error', 503, { phase: 'timed-out', connection: 'ok' }],
    ['becomes error after a permanent error', 404, { phase: 'error', error: { kind: 'permanent' } }],
  ])('%s', async (_, status, expected) => {
    const { watcher, proxy } = await watchTimedOut()
    proxy.response = httpError(status)
    await hideAndShowPage()
    await tick(400)
    expect(watcher.result).toMatchObject({ ...expected, error: { status } })
  })

  it.each([
    ['a job', statusBody()],
    ['nothing but errors', httpError(503)],
  ])('polls once for a watcher that mounts after interval.min, with %s', async (_, response) => {
    const first = watchJob({ timeout: 20_000 }, { response })
    const { proxy, client } = first
    const mount = () => watchJob({ timeout: 20_000 }, { proxy, client })
    await tick(22_000)
    first.unmount()
    const before = proxy.calls.length
    const early = mount()
    await tick(400)
    expect(early.result.phase).toBe('timed-out')
    early.unmount()
    expect(proxy.calls).toHaveLength(before)
    await tick(6_000)
    mount()
    await tick(400)
    mount()
    await tick(30_000)
    expect(proxy.calls).toHaveLength(before + 1)
  })
})
