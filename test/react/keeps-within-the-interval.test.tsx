import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  JOB,
  setNetwork,
  showPage,
  tick,
  URL,
  useFakePage,
  watchJob,
  write,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

describe('never faster than interval.min', () => {
  it('however many components watch', async () => {
    const proxy = createProxy()
    const client = createClient()
    for (let i = 0; i < 10; i++) watchJob({ fetch: proxy.fetch }, { client })
    await tick(120_000)
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    expect(proxy.calls.length).toBeGreaterThan(12)
  })

  it('when a component renders every 100 ms', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    for (let i = 0; i < 1_200; i++) {
      await tick(100)
      watcher.rerender({ interval: { min: 5_000, max: 10_000 }, headers: {} })
    }
    const busy = proxy.seconds
    const calm = createProxy()
    watchJob({ fetch: calm.fetch })
    await tick(120_000)
    expect(busy.length).toBe(calm.seconds.length)
    busy.forEach((second, i) => expect(second).toBeCloseTo(calm.seconds[i]!, 1))
  })

  it('through quick remounts, of which the aborted requests count', async () => {
    const proxy = createProxy()
    const client = createClient()
    for (let i = 0; i < 5; i++) {
      const { unmount } = watchJob({ fetch: proxy.fetch }, { client })
      await tick(50)
      unmount()
    }
    expect(proxy.calls).toHaveLength(1)
    watchJob({ fetch: proxy.fetch }, { client })
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(proxy.waits[0]).toBeGreaterThanOrEqual(5_000)
  })

  it('through remounts between answers, with and without failures', async () => {
    for (const says of [answer(), httpError(503)]) {
      const proxy = createProxy(says)
      const client = createClient()
      for (let i = 0; i < 60; i++) {
        const { unmount } = watchJob({ fetch: proxy.fetch }, { client })
        await tick(1_000)
        unmount()
      }
      expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
      expect(proxy.calls.length).toBeGreaterThanOrEqual(6)
    }
  })

  it('through focus events and a flapping network', async () => {
    for (const says of [answer(), httpError(503)]) {
      const proxy = createProxy(says)
      watchJob({ fetch: proxy.fetch })
      for (let i = 0; i < 100; i++) {
        await tick(700)
        await (i % 4 < 2 ? showPage(i % 2 === 1) : setNetwork(i % 2 === 1))
      }
      expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
      expect(proxy.calls.length).toBeGreaterThanOrEqual(7)
    }
  })

  it('when the job changes to and fro', async () => {
    for (const says of [answer(), httpError(503)]) {
      const proxy = createProxy(says)
      const watcher = watchJob({ fetch: proxy.fetch })
      for (let i = 0; i < 60; i++) {
        await tick(1_000)
        watcher.rerender({ jobId: i % 2 ? JOB : 'handle-2' })
      }
      const waits = (job: string) => {
        const calls = proxy.calls.filter(({ init }) => init.body === JSON.stringify({ job_id: job }))
        return calls.slice(1).map((call, i) => call.at - calls[i]!.endedAt!)
      }
      expect(Math.min(...waits(JOB), ...waits('handle-2'))).toBeGreaterThanOrEqual(5_000)
    }
  })

  it('when enabled flips', async () => {
    for (const says of [answer(), httpError(503)]) {
      const proxy = createProxy(says)
      const watcher = watchJob({ fetch: proxy.fetch })
      for (let i = 0; i < 100; i++) {
        await tick(700)
        watcher.rerender({ enabled: i % 2 === 1 })
      }
      expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
      expect(proxy.calls.length).toBeGreaterThanOrEqual(5)
    }
  })

  it('for an interval that no timer can hold', async () => {
    const month = 30 * 24 * 3600 * 1000
    for (const interval of [
      { min: 5_000, max: month },
      { min: month, max: month },
    ]) {
      const proxy = createProxy()
      watchJob({ fetch: proxy.fetch, interval, timeout: Infinity })
      await tick(2 * month)
      expect(proxy.calls.length).toBeGreaterThan(1)
      expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(interval.min)
      expect(Math.max(...proxy.waits)).toBeLessThanOrEqual(interval.max + 1_000)
    }
  })

  it('but a host may refetch a live job at once', async () => {
    const proxy = createProxy()
    const { client } = watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    await act(async () => void client!.invalidateQueries())
    await tick(10)
    expect(proxy.calls).toHaveLength(2)
    await tick(1_000)
    await act(async () => void client!.refetchQueries({ queryKey: ['itr-progress', URL, JOB] }))
    await tick(10)
    expect(proxy.calls).toHaveLength(3)
  })
})

it('is never slower than interval.max while the page is visible and online', async () => {
  for (const says of [answer(), httpError(503), httpError(429), new TypeError('reset')]) {
    const proxy = createProxy(says)
    watchJob({ fetch: proxy.fetch, timeout: Infinity })
    await tick(600_000)
    expect(Math.max(...proxy.waits)).toBeLessThanOrEqual(10_002)
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
  }
})

it('is not starved by a host that writes into the cache', async () => {
  const proxy = createProxy()
  const { client } = watchJob({ fetch: proxy.fetch })
  for (let i = 0; i < 60; i++) {
    await tick(1_000)
    await write(client!, ['itr-progress', URL, JOB], (job: object) => ({
      ...job,
      updatedAt: new Date().toISOString(),
    }))
  }
  expect(proxy.calls.length).toBeGreaterThanOrEqual(7)
})

it('goes on after cancelQueries', async () => {
  const proxy = createProxy()
  const { client } = watchJob({ fetch: proxy.fetch })
  await tick(100)
  await act(() => client!.cancelQueries())
  await tick(11_000)
  expect(proxy.calls.length).toBeGreaterThanOrEqual(2)
  expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
})

describe('a hidden page', () => {
  it('asks nothing, and at once when it is shown after interval.min', async () => {
    const proxy = createProxy()
    watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    await showPage(false)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
    await showPage(true)
    await tick(10)
    expect(proxy.calls).toHaveLength(2)
  })

  it('that is shown before interval.min asks when that has passed', async () => {
    const proxy = createProxy()
    watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    await showPage(false)
    await tick(1_000)
    await showPage(true)
    await tick(20_000)
    expect(proxy.waits[0]).toBeGreaterThanOrEqual(5_000)
    expect(proxy.waits[0]).toBeLessThan(5_100)
  })

  it('that was opened hidden sends its first request, and no other', async () => {
    await showPage(false)
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(30_000)
    expect(proxy.calls).toHaveLength(1)
    expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: true })
    await showPage(true)
    await tick(400)
    expect(proxy.calls).toHaveLength(2)
  })

  it('sends a request for a host that asks for it', async () => {
    const proxy = createProxy()
    const { client } = watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    await showPage(false)
    const done = act(() => client!.invalidateQueries())
    await tick(400)
    await done
    expect(proxy.calls).toHaveLength(2)
    expect(client!.isFetching()).toBe(0)
  })

  it('does all of this with the package’s own client too', async () => {
    const proxy = createProxy()
    const { unmount } = watchJob({ fetch: proxy.fetch, jobId: 'own-client' }, { client: null })
    await tick(1_000)
    await showPage(false)
    await tick(60_000)
    await showPage(true)
    await tick(400)
    expect(proxy.calls).toHaveLength(2)
    unmount()
  })
})

it('holds its bounds under any order of mounts, focus, network, renders and answers', async () => {
  const step = fc.oneof(
    fc.constantFrom('mount', 'unmount', 'hide', 'show', 'offline', 'online', 'render', 'fail', 'answer'),
    fc.integer({ min: 1, max: 12_000 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const proxy = createProxy()
      const client = createClient()
      let watchers: ReturnType<typeof watchJob>[] = []
      for (const move of steps) {
        if (typeof move === 'number') await tick(move)
        else if (move === 'mount')
          watchers.push(watchJob({ fetch: proxy.fetch, timeout: Infinity }, { client }))
        else if (move === 'unmount') watchers.shift()?.unmount()
        else if (move === 'render')
          watchers.forEach((watcher) => watcher.rerender({ requestTimeout: 15_000 }))
        else if (move === 'fail') proxy.says = httpError(503)
        else if (move === 'answer') proxy.says = answer()
        else if (move === 'hide' || move === 'show') await showPage(move === 'show')
        else await setNetwork(move === 'online')
      }
      watchers.forEach(({ unmount }) => unmount())
      client.clear()
      await showPage(true)
      await setNetwork(true)
      expect(Math.min(Infinity, ...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    }),
    { numRuns: 60 },
  )
})

it.each([100, 1_000])('goes on after the host cleared its cache %i ms into it', async (ms) => {
  const proxy = createProxy()
  const { client } = watchJob({ fetch: proxy.fetch })
  await tick(ms)
  await act(async () => client!.clear())
  await tick(21_000)
  expect(proxy.calls.length).toBeGreaterThanOrEqual(3)
})

it('asks nothing more once it is not enabled, though the page came back before', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  await showPage(false)
  await showPage(true)
  watcher.rerender({ enabled: false })
  await tick(60_000)
  expect(proxy.calls).toHaveLength(1)
})

it('asks again when the network came back while nobody watched', async () => {
  const proxy = createProxy()
  const options = { fetch: proxy.fetch, jobId: 'away' }
  const first = watchJob(options, { client: null })
  await tick(1_000)
  await setNetwork(false)
  first.unmount()
  await setNetwork(true)
  await tick(10_000)
  const again = watchJob(options, { client: null })
  await tick(1_000)
  expect(again.result.connection).toBe('ok')
  expect(proxy.calls).toHaveLength(2)
})
