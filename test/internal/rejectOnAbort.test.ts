import { describe, expect, it, vi } from 'vitest'
import { rejectOnAbort } from '../../src/internal/rejectOnAbort.ts'

const hang = () => new Promise(() => {})

describe('rejectOnAbort', () => {
  it.each([undefined, null, new AbortController().signal])(
    'settles like its promise (signal %#)',
    async (signal) => {
      await expect(rejectOnAbort(Promise.resolve('done'), signal)).resolves.toBe('done')
      await expect(rejectOnAbort(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
    },
  )

  it('rejects with the reason of the signal, or with the created error', async () => {
    const controller = new AbortController()
    const withReason = expect(rejectOnAbort(hang(), controller.signal)).rejects.toBe('left')
    const withError = expect(rejectOnAbort(hang(), controller.signal, () => 'late')).rejects.toBe('late')
    controller.abort('left')
    await withReason
    await withError
  })

  it('rejects at once if the signal has aborted', async () => {
    await expect(rejectOnAbort(hang(), AbortSignal.abort('left'))).rejects.toBe('left')
  })

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await rejectOnAbort(Promise.resolve(), signal)
    expect(added).toHaveBeenCalledOnce()
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })
})
