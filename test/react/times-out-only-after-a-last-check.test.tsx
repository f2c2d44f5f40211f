import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  createProxy,
  httpError,
  reportNetwork,
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
  expect(watcher.result.phase).toBe('processing')
  await tick(300)
  expect(watcher.result).toMatchObject({
    phase: 'timed-out',
    isPolling: false,
    job: { status: 'processing' },
  })
  await tick(600_000)
  expect(proxy.calls).toHaveLength(4)
})

it('by default four minutes, at most one interval.min late', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(239_900)
  expect(watcher.result).toMatchObject({ phase: 'processing', isDelayed: true })
  await tick(5_400)
  expect(watcher.result).toMatchObject({ phase: 'timed-out', isDelayed: false })
})

it('the cut never goes below interval.min: the verdict then comes with the later check', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 12_000 })
  await tick(15_000)
  expect(proxy.seconds).toEqual([0, 10.3])
  expect(watcher.result.phase).toBe('processing')
  await tick(1_000)
  expect(proxy.seconds).toEqual([0, 10.3, 15.6])
  expect(watcher.result.phase).toBe('timed-out')
})

it('nor before an obeyed Retry-After', async () => {
  const proxy = createProxy(httpError(503, { 'Retry-After': '30' }))
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 12_000 })
  await tick(30_000)
  expect(watcher.result.phase).toBe('connecting')
  await tick(700)
  expect(proxy.seconds).toEqual([0, 30.3])
  expect(watcher.result.phase).toBe('timed-out')
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
  expect(watcher.result).toMatchObject({
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
  expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: true })
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
    expect(watcher.result.phase).toBe('processing')
    await showPage(true)
    await tick(400)
    expect(watcher.result.phase).toBe('timed-out')
  })

  it('while offline', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
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
    proxy.says = answer({ status: 'completed' })
    await setNetwork(true)
    await tick(5_400)
    expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
  })

  it('on a page that was loaded offline', async () => {
    await setNetwork(false)
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    expect(watcher.result.connection).toBe('offline')
    await tick(604_000)
    expect(watcher.result).toMatchObject({ phase: 'connecting', connection: 'offline' })
    await setNetwork(true)
    await tick(5_400)
    expect(watcher.result.phase).toBe('timed-out')
  })

  it('except on a machine that has a network and reports none: there responses count', async () => {
    await reportNetwork(false)
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    expect(watcher.result).toMatchObject({ phase: 'processing', connection: 'ok' })
    await tick(245_000)
    expect(watcher.result).toMatchObject({ phase: 'timed-out', connection: 'ok' })
    proxy.says = httpError(401)
    await showPage(false)
    await tick(5_000)
    await showPage(true)
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: 'error', connection: 'ok', error: { status: 401 } })
  })

  it('when the window was over before the page was loaded', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch, startedAt: Date.now() - 900_000 })
    await tick(200)
    expect(watcher.result.phase).toBe('connecting')
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
  expect(watcher.result.phase).toBe('timed-out')
})

it('a clock that is set back times nobody out before the next check has settled', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  await tick(9_400)
  expect(proxy.calls).toHaveLength(2)
  expect(proxy.calls[1]!.endedAt).toBeNull()
  watcher.rerender({})
  await tick(10_000)
  expect(watcher.phases).toEqual(['connecting', 'processing'])
})
