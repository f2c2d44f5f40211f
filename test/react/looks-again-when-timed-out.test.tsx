import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

describe('a timed-out watcher', () => {
  const timedOut = async () => {
    const proxy = createProxy()
    const client = createClient()
    const watcher = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(21_000)
    expect(watcher.result.phase).toBe('timed-out')
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
      expect(watcher.result.phase).toBe('timed-out')
    }
    proxy.says = answer({ status: 'completed' })
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.result.phase).toBe('completed')
  })

  it('checks once when the network returns', async () => {
    const { proxy, watcher, asked } = await timedOut()
    await tick(10_000)
    await setNetwork(false)
    await tick(10_000)
    expect(proxy.calls).toHaveLength(asked)
    proxy.says = answer({ status: 'failed', error_message: 'No ITR found' })
    await setNetwork(true)
    await tick(400)
    expect(proxy.calls).toHaveLength(asked + 1)
    expect(watcher.result).toMatchObject({ phase: 'failed', job: { failure: 'no_itr_found' } })
  })

  it('is never told that it reconnects, even by a check that fails', async () => {
    const { proxy, watcher } = await timedOut()
    proxy.says = httpError(503)
    await tick(10_000)
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: 'timed-out', connection: 'ok', error: { status: 503 } })
  })

  it('becomes an error by a permanent error', async () => {
    const { proxy, watcher } = await timedOut()
    proxy.says = httpError(404)
    await tick(10_000)
    await showPage(false)
    await showPage(true)
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: 'error', error: { kind: 'permanent' } })
  })

  it('that mounts later checks once, if interval.min has passed', async () => {
    const { proxy, client, asked } = await timedOut()
    const early = watchJob({ fetch: proxy.fetch, timeout: 20_000 }, { client })
    await tick(2_000)
    expect(early.result.phase).toBe('timed-out')
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
    expect([short.result.phase, long.result.phase]).toEqual(['timed-out', 'processing'])
    expect(long.result.startedAt).toBe(short.result.startedAt)
    await tick(20_000)
    expect(long.result.phase).toBe('timed-out')
  })
})
