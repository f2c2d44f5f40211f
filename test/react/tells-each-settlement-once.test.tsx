import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  JOB,
  tick,
  useFakePage,
  watchJob,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

const spies = () => ({ onCompleted: vi.fn(), onFailed: vi.fn(), onTimedOut: vi.fn(), onError: vi.fn() })
const counts = (told: ReturnType<typeof spies>) => Object.values(told).map((spy) => spy.mock.calls.length)

describe.each([false, true])('in StrictMode: %s', (strict) => {
  it.each([
    ['onCompleted', answer({ status: 'completed' }), [1, 0, 0, 0]],
    ['onFailed', answer({ status: 'failed' }), [0, 1, 0, 0]],
    ['onTimedOut', answer(), [0, 0, 1, 0]],
    ['onError', httpError(403), [0, 0, 0, 1]],
  ])('%s is called once, and nothing else', async (_, says, expected) => {
    const proxy = createProxy(says)
    const told = spies()
    const watcher = watchJob({ fetch: proxy.fetch, timeout: 10_000, ...told }, { strict })
    await tick(60_000)
    for (let i = 0; i < 5; i++) watcher.rerender({ onCompleted: told.onCompleted })
    expect(counts(told)).toEqual(expected)
  })

  it('a watcher that mounts on a settled job is told too, once', async () => {
    const proxy = createProxy(answer({ status: 'completed' }))
    const client = createClient()
    watchJob({ fetch: proxy.fetch }, { client, strict })
    await tick(400)
    const told = spies()
    watchJob({ fetch: proxy.fetch, ...told }, { client, strict })
    await tick(1_000)
    expect(counts(told)).toEqual([1, 0, 0, 0])
    expect(told.onCompleted).toHaveBeenCalledWith(
      expect.objectContaining({ jobId: JOB, status: 'completed' }),
    )
  })

  it('one request leaves for a double mount', async () => {
    const proxy = createProxy()
    watchJob({ fetch: proxy.fetch }, { strict })
    await tick(5_000)
    expect(proxy.calls).toHaveLength(1)
  })
})

it('a single failed check is no error', async () => {
  const proxy = createProxy(httpError(503))
  const told = spies()
  watchJob({ fetch: proxy.fetch, ...told })
  await tick(30_000)
  expect(counts(told)).toEqual([0, 0, 0, 0])
})

it('the callback of the last render is the one that is called, and its value means nothing', async () => {
  const proxy = createProxy()
  const first = vi.fn()
  const last = vi.fn(() => 42)
  const watcher = watchJob({ fetch: proxy.fetch, onCompleted: first })
  await tick(1_000)
  watcher.rerender({ onCompleted: last as unknown as () => void })
  proxy.says = answer({ status: 'completed' })
  await tick(11_000)
  expect(first).not.toHaveBeenCalled()
  expect(last).toHaveBeenCalledTimes(1)
  watcher.unmount()
})

it('two jobs one after the other are two settlements', async () => {
  const proxy = createProxy(answer({ status: 'completed' }))
  const told = spies()
  const watcher = watchJob({ fetch: proxy.fetch, ...told })
  await tick(1_000)
  watcher.rerender({ jobId: 'handle-2' })
  expect(watcher.result).toMatchObject({ phase: 'connecting', job: undefined, jobId: 'handle-2' })
  await tick(1_000)
  expect(counts(told)).toEqual([2, 0, 0, 0])
})

it('what a timed-out watcher finds later is told as well', async () => {
  const proxy = createProxy()
  const told = spies()
  const client = createClient()
  watchJob({ fetch: proxy.fetch, timeout: 10_000, ...told }, { client })
  await tick(30_000)
  proxy.says = answer({ status: 'completed' })
  watchJob({ fetch: proxy.fetch, timeout: 10_000 }, { client })
  await tick(1_000)
  expect(counts(told)).toEqual([1, 0, 1, 0])
})
