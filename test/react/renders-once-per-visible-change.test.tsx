import { afterEach, beforeEach, expect, it } from 'vitest'
import { answer, createProxy, httpError, setNetwork, tick, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

// React 18 renders at the end of an act(), so each gets ten seconds only.
const ticks = async (times: number) => {
  for (let i = 0; i < times; i++) await tick(10_000)
}

it('a happy job renders once for each visible change, and once to begin', async () => {
  const proxy = createProxy(answer({ status: 'initiated' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  expect(watcher.renders).toBe(1)
  await tick(25_000)
  expect(watcher.renders).toBe(2)
  proxy.says = answer({ current_step: 'download_profile' })
  await tick(20_000)
  expect(watcher.renders).toBe(3)
  proxy.says = answer({ current_step: 'download_itr', steps_completed: ['download_profile'] })
  await tick(20_000)
  expect(watcher.renders).toBe(4)
  proxy.says = answer({ status: 'completed', steps_completed: ['download_profile', 'download_itr'] })
  await tick(20_000)
  expect(watcher.renders).toBe(5)
  await tick(600_000)
  expect(watcher.renders).toBe(5)
})

it('100 unchanged polls render nobody', async () => {
  const proxy = createProxy(answer({ current_step: 'download_profile' }))
  const watcher = watchJob({ fetch: proxy.fetch, timeout: Infinity })
  await ticks(16)
  const { renders } = watcher
  const asked = proxy.calls.length
  await ticks(103)
  expect(proxy.calls.length - asked).toBe(100)
  expect(watcher.renders).toBe(renders)
})

it('neither do 100 checks that fail in the same way, nor the requests themselves', async () => {
  const proxy = createProxy(httpError(503))
  const watcher = watchJob({ fetch: proxy.fetch, timeout: Infinity })
  await ticks(16)
  const { renders, result } = watcher
  expect(renders).toBe(3) // to begin, the failure, isDelayed
  await ticks(103)
  expect(watcher.renders).toBe(renders)
  expect(watcher.result).toBe(result)
})

it('the result is the same object through re-renders of the host', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  const { result } = watcher
  watcher.rerender({ interval: { min: 5_000 }, onCompleted: () => {} })
  expect(watcher.result).toBe(result)
})

it('retry is the same function through the life of a job', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  const { retry } = watcher.result
  await tick(300_000)
  expect(watcher.result.retry).toBe(retry)
})

it('a change of the network report renders only if the connection changes', async () => {
  const proxy = createProxy(httpError(503))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  const { renders } = watcher
  await setNetwork(false)
  expect(watcher.result.connection).toBe('reconnecting')
  await tick(10_000)
  expect(watcher.result).toMatchObject({ connection: 'offline', error: { code: 'network' } })
  expect(watcher.renders).toBeLessThanOrEqual(renders + 2)
})
