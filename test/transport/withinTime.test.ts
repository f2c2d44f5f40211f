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
