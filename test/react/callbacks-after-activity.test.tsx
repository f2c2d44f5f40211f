import { act, render } from '@testing-library/react'
import * as React from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useItrJobStatus } from '../../src/index.ts'
import { COMPLETED, createProxy, JOB, PROXY_URL } from './watchJob.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

describe.runIf('Activity' in React)('useItrJobStatus in an Activity', () => {
  it('calls back once per entry, also if the page was hidden for longer than the cache keeps the job', async () => {
    const proxy = createProxy(COMPLETED)
    const onCompleted = vi.fn()
    const Watcher = () => {
      useItrJobStatus({ jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, onCompleted })
      return null
    }
    const page = (mode: 'visible' | 'hidden') => (
      <React.Activity mode={mode}>
        <Watcher />
      </React.Activity>
    )
    const { rerender } = render(page('visible'))
    await wait(1_000)
    rerender(page('hidden'))
    await wait(180_000)
    rerender(page('visible'))
    await wait(1_000)
    // The cache dropped the job, so it was polled again.
    expect(proxy.calls).toHaveLength(2)
    expect(onCompleted).toHaveBeenCalledTimes(1)
  })

  it('calls onTimedOut for a window that closed while the page was hidden', async () => {
    const proxy = createProxy()
    const onTimedOut = vi.fn()
    const options = { jobId: 'handle-2', proxyUrl: PROXY_URL, fetch: proxy.fetch, timeout: 10_000 }
    const Watcher = () => {
      useItrJobStatus({ ...options, onTimedOut })
      return null
    }
    let retry = () => {}
    const OtherWatcher = () => {
      retry = useItrJobStatus(options).retry
      return null
    }
    const page = (mode: 'visible' | 'hidden') => (
      <>
        <React.Activity mode={mode}>
          <Watcher />
        </React.Activity>
        <OtherWatcher />
      </>
    )
    const { rerender } = render(page('visible'))
    await wait(20_000)
    expect(onTimedOut).toHaveBeenCalledTimes(1)
    rerender(page('hidden'))
    act(() => retry())
    await wait(20_000)
    rerender(page('visible'))
    await wait(0)
    expect(onTimedOut).toHaveBeenCalledTimes(2)
  })
})
