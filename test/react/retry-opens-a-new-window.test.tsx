import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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

const press = (retry: () => void) => act(async () => retry())

it('from timed-out it opens a new window and checks at once', async () => {
  const proxy = createProxy()
  const onTimedOut = vi.fn()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000, startedAt: Date.now() - 5_000, onTimedOut })
  await tick(16_000)
  expect(watcher.result.phase).toBe('timed-out')
  const asked = proxy.calls.length
  const pressedAt = Date.now()
  await press(watcher.result.retry)
  expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: true, startedAt: pressedAt })
  await tick(10)
  expect(proxy.calls).toHaveLength(asked + 1)
  await tick(15_000)
  expect(watcher.result.phase).toBe('processing')
  watcher.rerender({ startedAt: pressedAt - 900_000 })
  await tick(10_000)
  expect(watcher.result.phase).toBe('timed-out')
  expect(onTimedOut).toHaveBeenCalledTimes(2)
})

it('from error too, whatever the Retry-After and the count of failures were', async () => {
  const proxy = createProxy(httpError(404, { 'Retry-After': '60' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(400)
  expect(watcher.result.phase).toBe('error')
  proxy.says = { not: 'the contract' }
  await press(watcher.result.retry)
  expect(watcher.result).toMatchObject({ phase: 'connecting', error: null })
  await tick(6_000)
  expect(proxy.calls).toHaveLength(3)
  expect(watcher.result.phase).toBe('connecting')
})

it('elsewhere it does nothing', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await press(watcher.result.retry)
  await tick(1_000)
  const { startedAt } = watcher.result
  await press(watcher.result.retry)
  await tick(1_000)
  expect(proxy.calls).toHaveLength(1)
  proxy.says = answer({ status: 'failed' })
  await tick(10_000)
  await press(watcher.result.retry)
  await tick(60_000)
  expect(proxy.calls).toHaveLength(2)
  expect(watcher.result.startedAt).toBe(startedAt)
})

it('opens the window anew for all watchers, and a second press does nothing more', async () => {
  const proxy = createProxy()
  const client = createClient()
  const one = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
  const two = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
  await tick(21_000)
  const asked = proxy.calls.length
  await act(async () => {
    one.result.retry()
    two.result.retry()
    one.result.retry()
  })
  expect([one.result.phase, two.result.phase]).toEqual(['processing', 'processing'])
  await tick(1_000)
  expect(proxy.calls).toHaveLength(asked + 1)
})

it('does not wait for a check that hangs', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 })
  await tick(30_000)
  proxy.latency = 14_000
  await showPage(false)
  await showPage(true)
  await tick(1_000)
  const asked = proxy.calls.length
  proxy.latency = 300
  await press(watcher.result.retry)
  expect(watcher.result.phase).toBe('processing')
  proxy.says = answer({ status: 'completed' })
  await tick(400)
  expect(proxy.calls).toHaveLength(asked + 1)
  expect(watcher.result.phase).toBe('completed')
})

it('offline it goes on polling', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 })
  await tick(21_000)
  await setNetwork(false)
  const asked = proxy.calls.length
  await press(watcher.result.retry)
  await tick(60_000)
  expect(proxy.calls.length).toBeGreaterThan(asked + 4)
  expect(watcher.result).toMatchObject({ phase: 'processing', connection: 'offline' })
  proxy.says = answer({ status: 'completed' })
  await setNetwork(true)
  await tick(5_400)
  expect(watcher.result.phase).toBe('completed')
})

it('does nothing while not enabled or after unmount', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 })
  await tick(21_000)
  const asked = proxy.calls.length
  watcher.rerender({ enabled: false })
  await press(watcher.result.retry)
  watcher.rerender({ enabled: true })
  const { retry } = watcher.result
  watcher.unmount()
  await press(retry)
  await tick(60_000)
  expect(proxy.calls).toHaveLength(asked)
})
