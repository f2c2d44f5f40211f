import { expect, it } from 'vitest'
import { createCallLimiter } from '../../src/proxy/createCallLimiter.ts'
import { flushEventLoop } from './createProxy.ts'

// In the proxy a call always ends before the ones that wait behind it, except on a platform that cancels its timers.
it('gives the place of an aborted task in the full queue to the next one', async () => {
  const limitCalls = createCallLimiter(1)
  const never = () => new Promise<never>(() => {})
  const { signal } = new AbortController()
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
