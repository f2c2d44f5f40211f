import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withTimeout } from '../../src/internal/withTimeout.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const createError = () => new Error('too late')

describe('withTimeout', () => {
  it('rejects with the created error after the time limit', async () => {
    const late = withTimeout({ ms: 1_000, createError }, () => new Promise(() => {}))
    const rejection = expect(late).rejects.toThrow('too late')
    await vi.advanceTimersByTimeAsync(999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await rejection
  })

  it('leaves no timer and no listener behind', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    const options = { ms: 1_000, signal, createError }
    await expect(withTimeout(options, () => Promise.resolve('done'))).resolves.toBe('done')
    await expect(withTimeout(options, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(vi.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledTimes(2)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  it('rejects at once with the reason of an aborted signal', async () => {
    const options = { ms: 1_000, signal: AbortSignal.abort('left'), createError }
    await expect(withTimeout(options, () => new Promise(() => {}))).rejects.toBe('left')
  })

  it('accepts a limit that exceeds the range of a timer', async () => {
    const task = () => new Promise((resolve) => setTimeout(resolve, 60_000, 'done'))
    const settled = withTimeout({ ms: Infinity, createError }, task)
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(settled).resolves.toBe('done')
  })

  it('aborts the signal of its task with an AbortError on a timeout and on an abort', async () => {
    const reasons: unknown[] = []
    const hang = (inner: AbortSignal) =>
      new Promise<never>(() => inner.addEventListener('abort', () => reasons.push(inner.reason)))
    const late = withTimeout({ ms: 1_000, createError }, hang).catch(() => {})
    await vi.advanceTimersByTimeAsync(1_000)
    await late
    const caller = new AbortController()
    const left = withTimeout({ ms: 1_000, signal: caller.signal, createError }, hang).catch(() => {})
    caller.abort('left')
    await left
    expect(reasons).toEqual([
      expect.objectContaining({ name: 'AbortError' }),
      expect.objectContaining({ name: 'AbortError' }),
    ])
  })
})
