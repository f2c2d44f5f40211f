import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withinTime } from '../../src/transport/withinTime.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('leaves neither a timer nor a listener behind', async () => {
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  await expect(withinTime(1_000, signal, () => Promise.resolve('done'))).resolves.toBe('done')
  await expect(withinTime(1_000, signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(0)
  expect(added).toHaveBeenCalledTimes(2)
  expect(removed.mock.calls).toEqual(added.mock.calls)
})

it('asks in vain where the signal was aborted before', async () => {
  const never = () => new Promise(() => {})
  await expect(withinTime(1_000, AbortSignal.abort('left'), never)).rejects.toBe('left')
})

it('a time that no timer can hold is not over at once', async () => {
  const { signal } = new AbortController()
  const late = () => new Promise((resolve) => setTimeout(resolve, 60_000, 'done'))
  const settled = withinTime(Infinity, signal, late)
  await vi.advanceTimersByTimeAsync(60_000)
  await expect(settled).resolves.toBe('done')
})

it('the task sees an AbortError, as who wraps fetch expects, where it is given up', async () => {
  const reasons: unknown[] = []
  const hang = (inner: AbortSignal) =>
    new Promise<never>(() => inner.addEventListener('abort', () => reasons.push(inner.reason)))
  const late = withinTime(1_000, new AbortController().signal, hang).catch(() => {})
  await vi.advanceTimersByTimeAsync(1_000)
  await late
  const caller = new AbortController()
  const left = withinTime(1_000, caller.signal, hang).catch(() => {})
  caller.abort('left')
  await left
  expect(reasons).toEqual([
    expect.objectContaining({ name: 'AbortError' }),
    expect.objectContaining({ name: 'AbortError' }),
  ])
})
