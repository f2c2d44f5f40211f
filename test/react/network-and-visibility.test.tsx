import { onlineManager } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  hideAndShowPage,
  reportNetwork,
  setNetwork,
  showPage,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()
afterEach(() => onlineManager.setOnline(true))

/** The browser reports this without an event, as for a page that loads offline. */
const loadPageWhile = (isOnline: boolean) =>
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline })

describe('useItrJobStatus: network', () => {
  it('is offline on a page that loads offline, and polls at once when the network is back', async () => {
    loadPageWhile(false)
    const watcher = watchJob({}, { response: new TypeError('Failed to fetch') })
    await tick(1_000)
    expect(watcher.result.connection).toBe('offline')
    await tick(5_000)
    const polls = watcher.proxy.calls.length
    watcher.proxy.response = { job_id: 'handle-1', status: 'processing' }
    await reportNetwork(true)
    await tick(0)
    expect(watcher.proxy.calls).toHaveLength(polls + 1)
    await tick(1_000)
    expect(watcher.result.connection).toBe('ok')
  })

  it('forgets a report of "offline" that changed while nothing was watched', async () => {
    const first = watchJob()
    await setNetwork(false)
    first.unmount()
    // No event: nobody listens.
    loadPageWhile(true)
    const second = watchJob({ jobId: 'handle-2' }, { response: new TypeError('Failed to fetch') })
    await tick(1_000)
    expect(second.result.connection).toBe('reconnecting')
  })

  it('keeps the report for another watcher when one unmounts', async () => {
    const [first, second] = [watchJob(), watchJob({ jobId: 'handle-2' })]
    await setNetwork(false)
    first.unmount()
    await tick(20_000)
    expect(second.result.connection).toBe('offline')
    expect(onlineManager.isOnline()).toBe(false)
  })

  it('keeps the report of a host without browser events, such as React Native', () => {
    vi.stubGlobal('addEventListener', undefined)
    vi.stubGlobal('removeEventListener', undefined)
    vi.stubGlobal('navigator', undefined)
    onlineManager.setOnline(false)
    watchJob().unmount()
    vi.unstubAllGlobals()
    expect(onlineManager.isOnline()).toBe(false)
  })

  it('does not poll when the network returns to a hidden page', async () => {
    const { proxy } = watchJob()
    await tick(1_000)
    await showPage(false)
    await setNetwork(false)
    await tick(60_000)
    await setNetwork(true)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('does not poll when the network goes', async () => {
    const { proxy } = watchJob()
    await tick(6_000)
    await setNetwork(false)
    await tick(0)
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: visibility', () => {
  it('polls once when the page is shown again, not earlier than the interval allows', async () => {
    const { proxy } = watchJob()
    await tick(1_000)
    await hideAndShowPage(1_000)
    await tick(0)
    expect(proxy.calls).toHaveLength(1)
    await tick(3_500)
    expect(proxy.calls).toHaveLength(2)
    expect(proxy.waits[0]).toBe(5_000)
  })
})
