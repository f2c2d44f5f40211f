import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  setNetwork,
  showPage,
  tick,
  useFakePage,
  watchJob,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

it('a check falls on the deadline, and its settling is the verdict', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 27_000 })
  await tick(27_100)
  expect(proxy.seconds).toEqual([0, 10.3, 20.6, 27])
  expect(watcher.itr.phase).toBe('processing')
  await tick(300)
  expect(watcher.itr).toMatchObject({ phase: 'timed-out', isPolling: false, job: { status: 'processing' } })
  await tick(600_000)
  expect(proxy.calls).toHaveLength(4)
})

it('by default four minutes, at most one interval.min late', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(239_900)
  expect(watcher.itr).toMatchObject({ phase: 'processing', isDelayed: true })
  await tick(5_400)
  expect(watcher.itr).toMatchObject({ phase: 'timed-out', isDelayed: false })
})

it('the cut never goes below interval.min: the verdict then comes with the later check', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 12_000 })
  await tick(15_000)
  expect(proxy.seconds).toEqual([0, 10.3])
  expect(watcher.itr.phase).toBe('processing')
  await tick(1_000)
  expect(proxy.seconds).toEqual([0, 10.3, 15.6])
  expect(watcher.itr.phase).toBe('timed-out')
})

it('nor before an obeyed Retry-After', async () => {
  const proxy = createProxy(httpError(503, { 'Retry-After': '30' }))
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 12_000 })
  await tick(30_000)
  expect(watcher.itr.phase).toBe('connecting')
  await tick(700)
  expect(proxy.seconds).toEqual([0, 30.3])
  expect(watcher.itr.phase).toBe('timed-out')
})

it('a terminal answer beats the deadline', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 })
  await tick(19_000)
  proxy.says = answer({ status: 'completed' })
  await tick(10_000)
  expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
})

it('503 for ever ends in timed-out', async () => {
  const proxy = createProxy(httpError(503))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(246_000)
  expect(watcher.itr).toMatchObject({
    phase: 'timed-out',
    job: undefined,
    connection: 'ok',
    error: { status: 503 },
  })
  expect(watcher.phases).toEqual(['connecting', 'timed-out'])
})

it('Infinity is never', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: Infinity })
  await tick(3_600_000)
  expect(watcher.itr).toMatchObject({ phase: 'processing', isPolling: true })
})

describe('nobody is prompted before they were asked for once more', () => {
  it('after a laptop slept', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(20_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    proxy.says = answer({ status: 'completed' })
    await tick(11_000)
    expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
  })

  it('after a tab was hidden past the deadline', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(20_000)
    await showPage(false)
    await tick(600_000)
    expect(watcher.itr.phase).toBe('processing')
    await showPage(true)
    await tick(400)
    expect(watcher.itr.phase).toBe('timed-out')
  })

  it('while offline', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(20_000)
    const asked = proxy.calls.length
    await setNetwork(false)
    await tick(600_000)
    expect(watcher.itr).toMatchObject({ phase: 'processing', connection: 'offline', isPolling: true })
    expect(proxy.calls).toHaveLength(asked)
    proxy.says = answer({ status: 'completed' })
    await setNetwork(true)
    await tick(400)
    expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
  })

  it('on a page that was loaded offline', async () => {
    await setNetwork(false)
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(600_000)
    expect(watcher.itr).toMatchObject({ phase: 'connecting', connection: 'offline' })
    expect(proxy.calls).toHaveLength(0)
    await setNetwork(true)
    await tick(400)
    expect(watcher.itr.phase).toBe('timed-out')
    expect(proxy.calls).toHaveLength(1)
  })

  it('when the window was over before the page was loaded', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch, startedAt: Date.now() - 900_000 })
    await tick(200)
    expect(watcher.itr.phase).toBe('connecting')
    await tick(200)
    expect(watcher.phases).toEqual(['connecting', 'timed-out'])
  })
})

it('a clock that is set back neither stalls the polling nor lengthens the window', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(100_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  const asked = proxy.calls.length
  for (let i = 0; i < 20; i++) {
    await tick(1_000)
    watcher.rerender({})
  }
  expect(proxy.calls.length - asked).toBeGreaterThanOrEqual(2)
  expect(proxy.calls.length - asked).toBeLessThanOrEqual(5)
  await tick(135_000)
  expect(watcher.itr.phase).toBe('timed-out')
})

describe('a timed-out watcher', () => {
  const timedOut = async () => {
    const proxy = createProxy()
    const client = createClient()
    const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(21_000)
    expect(watcher.itr.phase).toBe('timed-out')
    return { proxy, watcher, client, asked: proxy.calls.length }
  }

  it('checks once each time the page regains focus, and shows what it finds', async () => {
    const { proxy, watcher, asked } = await timedOut()
    await tick(10_000)
    for (const times of [1, 2]) {
      await showPage(false)
      await tick(30_000)
      await showPage(true)
      await tick(60_000)
      expect(proxy.calls).toHaveLength(asked + times)
      expect(watcher.itr.phase).toBe('timed-out')
    }
    proxy.says = answer({ status: 'completed' })
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.itr.phase).toBe('completed')
  })

  it('checks once when the network returns', async () => {
    const { proxy, watcher, asked } = await timedOut()
    await tick(10_000)
    await setNetwork(false)
    expect(watcher.itr.connection).toBe('offline')
    await tick(10_000)
    proxy.says = answer({ status: 'failed', error_message: 'No ITR found' })
    await setNetwork(true)
    await tick(400)
    expect(proxy.calls).toHaveLength(asked + 1)
    expect(watcher.itr).toMatchObject({ phase: 'failed', job: { failure: 'no_itr_found' } })
  })

  it('is never told that it reconnects, even by a check that fails', async () => {
    const { proxy, watcher } = await timedOut()
    proxy.says = httpError(503)
    await tick(10_000)
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.itr).toMatchObject({ phase: 'timed-out', connection: 'ok', error: { status: 503 } })
  })

  it('becomes an error by a permanent error', async () => {
    const { proxy, watcher } = await timedOut()
    proxy.says = httpError(404)
    await tick(10_000)
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.itr).toMatchObject({ phase: 'error', error: { kind: 'permanent' } })
  })

  it('that mounts later checks once, if interval.min has passed', async () => {
    const { proxy, client, asked } = await timedOut()
    const early = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(2_000)
    expect(early.itr.phase).toBe('timed-out')
    expect(proxy.calls).toHaveLength(asked)
    await tick(10_000)
    watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(asked + 1)
  })

  it('that never had an answer is held to the same when it mounts again', async () => {
    const proxy = createProxy(httpError(503))
    const client = createClient()
    const options = { fetch: proxy.fetch, timeout: 12_000 }
    const { unmount } = watchJob(options, { client })
    await tick(20_000)
    const asked = proxy.calls.length
    unmount()
    await tick(6_000)
    const again = watchJob(options, { client })
    await tick(400)
    expect(proxy.calls).toHaveLength(asked + 1)
    again.unmount()
    watchJob(options, { client })
    await tick(30_000)
    expect(proxy.calls).toHaveLength(asked + 1)
  })

  it('timeout is each watcher’s own; the window is the job’s', async () => {
    const proxy = createProxy()
    const client = createClient()
    const short = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(15_000)
    const long = watchJob({ fetch: proxy.fetch, timeout: 40_000 }, { client })
    await tick(6_500)
    expect([short.itr.phase, long.itr.phase]).toEqual(['timed-out', 'processing'])
    expect(long.itr.startedAt).toBe(short.itr.startedAt)
    await tick(20_000)
    expect(long.itr.phase).toBe('timed-out')
  })
})
