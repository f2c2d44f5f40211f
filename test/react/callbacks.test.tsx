import { act } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import {
  COMPLETED,
  hideAndShowPage,
  httpError,
  JOB,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

const createCallbacks = () => ({
  onCompleted: vi.fn(),
  onFailed: vi.fn(),
  onTimedOut: vi.fn(),
  onError: vi.fn(),
})
const countCalls = (callbacks: ReturnType<typeof createCallbacks>) =>
  Object.values(callbacks).map(({ mock }) => mock.calls.length)

describe.each([
  ['callbacks', false],
  ['callbacks in StrictMode', true],
])('useItrJobStatus: %s', (_, isStrict) => {
  it.each([
    ['onCompleted', COMPLETED, [1, 0, 0, 0]],
    ['onFailed', statusBody({ status: 'failed' }), [0, 1, 0, 0]],
    ['onTimedOut', statusBody(), [0, 0, 1, 0]],
    ['onError', httpError(403), [0, 0, 0, 1]],
  ])('calls only %s, once', async (_, response, counts) => {
    const callbacks = createCallbacks()
    const { rerender } = watchJob({ timeout: 10_000, ...callbacks }, { response, isStrict })
    await tick(60_000)
    for (let i = 0; i < 5; i++) rerender({})
    expect(countCalls(callbacks)).toEqual(counts)
  })

  it('calls a watcher that mounts on a terminal job, once', async () => {
    const { proxy, client } = watchJob({}, { response: COMPLETED, isStrict })
    await tick(400)
    const callbacks = createCallbacks()
    watchJob(callbacks, { proxy, client, isStrict })
    await tick(1_000)
    expect(countCalls(callbacks)).toEqual([1, 0, 0, 0])
    expect(callbacks.onCompleted).toHaveBeenCalledWith(
      expect.objectContaining({ jobId: JOB, status: 'completed' }),
    )
  })

  it('calls a watcher that mounts after the window has closed, once', async () => {
    const { proxy, client } = watchJob({ timeout: 10_000 }, { isStrict })
    await tick(20_000)
    const callbacks = createCallbacks()
    watchJob({ timeout: 10_000, ...callbacks }, { proxy, client, isStrict })
    await tick(1_000)
    expect(countCalls(callbacks)).toEqual([0, 0, 1, 0])
  })

  it('does not call onPhaseChange for another job in the same phase', async () => {
    const onPhaseChange = vi.fn()
    const watcher = watchJob({ onPhaseChange }, { isStrict })
    watcher.rerender({ jobId: 'handle-2' })
    expect(watcher.result).toMatchObject({ jobId: 'handle-2', phase: 'connecting' })
    expect(onPhaseChange).not.toHaveBeenCalled()
  })

  it('calls onTimedOut again after a retry that times out too', async () => {
    const callbacks = createCallbacks()
    const watcher = watchJob({ timeout: 10_000, ...callbacks }, { isStrict })
    await tick(20_000)
    await act(async () => watcher.result.retry())
    await tick(20_000)
    expect(countCalls(callbacks)).toEqual([0, 0, 2, 0])
  })

  it('calls onPhaseChange for each change of the phase, but not for the first phase', async () => {
    const onPhaseChange = vi.fn()
    const watcher = watchJob({ onPhaseChange }, { response: statusBody({ status: 'initiated' }), isStrict })
    expect(onPhaseChange).not.toHaveBeenCalled()
    await tick(400)
    watcher.proxy.response = statusBody({ current_step: 'a' })
    await tick(20_000)
    watcher.proxy.response = statusBody({ current_step: 'b' })
    await tick(20_000)
    watcher.proxy.response = COMPLETED
    await tick(20_000)
    expect(onPhaseChange.mock.calls.map(([phase, previous]) => [previous, phase])).toEqual([
      ['connecting', 'initiated'],
      ['initiated', 'processing'],
      ['processing', 'completed'],
    ])
    expect(onPhaseChange.mock.lastCall?.[2]).toBe(watcher.result)
  })

  it('sends one request at mount', async () => {
    const { proxy } = watchJob({}, { isStrict })
    await tick(5_000)
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: callbacks', () => {
  it('does not call onError after failed polls', async () => {
    const callbacks = createCallbacks()
    watchJob(callbacks, { response: httpError(503) })
    await tick(30_000)
    expect(countCalls(callbacks)).toEqual([0, 0, 0, 0])
  })

  it('calls the callback of the last render', async () => {
    const first = vi.fn()
    const last = vi.fn()
    const { proxy, rerender } = watchJob({ onCompleted: first })
    await tick(1_000)
    rerender({ onCompleted: last })
    proxy.response = COMPLETED
    await tick(11_000)
    expect(first).not.toHaveBeenCalled()
    expect(last).toHaveBeenCalledTimes(1)
  })

  it('calls again for another job', async () => {
    const callbacks = createCallbacks()
    const watcher = watchJob(callbacks, { response: COMPLETED })
    await tick(1_000)
    watcher.rerender({ jobId: 'handle-2' })
    expect(watcher.result).toMatchObject({ phase: 'connecting', job: undefined, jobId: 'handle-2' })
    await tick(1_000)
    expect(countCalls(callbacks)).toEqual([2, 0, 0, 0])
  })

  it('calls again for the same job at another proxyUrl', async () => {
    const callbacks = createCallbacks()
    const onPhaseChange = vi.fn()
    const watcher = watchJob({ ...callbacks, onPhaseChange }, { response: COMPLETED })
    await tick(1_000)
    watcher.rerender({ proxyUrl: '/other' })
    await tick(1_000)
    expect(countCalls(callbacks)).toEqual([2, 0, 0, 0])
    expect(onPhaseChange.mock.calls.map(([phase]) => phase as string)).toEqual([
      'completed',
      'connecting',
      'completed',
    ])
  })

  it('does not call onTimedOut again after the system clock moved back, except after a retry', async () => {
    const callbacks = createCallbacks()
    const watcher = watchJob({ timeout: 10_000, ...callbacks })
    await tick(20_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    await hideAndShowPage()
    await tick(1_000)
    expect(watcher.proxy.calls).toHaveLength(3)
    expect(countCalls(callbacks)).toEqual([0, 0, 1, 0])
    await act(async () => watcher.result.retry())
    await tick(20_000)
    expect(countCalls(callbacks)).toEqual([0, 0, 2, 0])
  })

  it('calls onCompleted after onTimedOut if the job completes later', async () => {
    const callbacks = createCallbacks()
    const { proxy, client } = watchJob({ timeout: 10_000, ...callbacks })
    await tick(30_000)
    proxy.response = COMPLETED
    watchJob({ timeout: 10_000 }, { proxy, client })
    await tick(1_000)
    expect(countCalls(callbacks)).toEqual([1, 0, 1, 0])
  })
})
