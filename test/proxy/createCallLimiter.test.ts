import { expect, it, onTestFinished, vi } from 'vitest'
import { createCallLimiter } from '../../src/proxy/createCallLimiter.ts'
import { flushEventLoop } from './createProxy.ts'

const never = () => new Promise<never>(() => {})
const { signal } = new AbortController()

// In the proxy a call always ends before the ones that wait behind it, except on a platform that cancels its timers.
it('gives the place of an aborted task in the full queue to the next one', async () => {
  const limitCalls = createCallLimiter(1, Infinity)
  void limitCalls(never, signal)
  const callers = Array.from({ length: 1_000 }, () => new AbortController())
  const waiting = callers.map((caller) => limitCalls(never, caller.signal).catch((reason: unknown) => reason))

  await expect(limitCalls(never, signal)).rejects.toThrow('The queue is full.')
  callers[7]!.abort('gone')
  expect(await waiting[7]).toBe('gone')
  let result = 'pending'
  limitCalls(never, signal).catch(() => (result = 'refused'))
  await flushEventLoop()
  expect(result).toBe('pending')
  await expect(limitCalls(never, signal)).rejects.toThrow('The queue is full.')
})

it('drops tasks that are older than `maxAge`, with a slot or in the queue', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const limitCalls = createCallLimiter(1, 10)
  const tasks = Array.from({ length: 4 }, () => vi.fn(never))
  const startedAfter = async (ms: number, task: () => Promise<never>) => {
    vi.setSystemTime(Date.now() + ms)
    void limitCalls(task, signal)
    await flushEventLoop()
    return tasks.map(({ mock }) => mock.calls.length)
  }
  await startedAfter(0, tasks[0]!)
  await startedAfter(0, tasks[1]!)
  expect(await startedAfter(9, tasks[2]!)).toEqual([1, 0, 0, 0])
  expect(await startedAfter(1, tasks[3]!)).toEqual([1, 0, 1, 0])
})
