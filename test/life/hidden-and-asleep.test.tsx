import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import {
  answer,
  createClient,
  createProxy,
  JOB,
  setNetwork,
  showPage,
  tick,
  URL,
  useFakePage,
} from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

const TEN_MINUTES = 600_000

function openPage() {
  const proxy = createProxy()
  const onTimedOut = vi.fn()
  const seen: (string | undefined)[] = []
  render(
    <ItrProgress
      jobId={JOB}
      proxyUrl={URL}
      fetch={proxy.fetch}
      queryClient={createClient()}
      onTimedOut={onTimedOut}
    />,
  )
  const root = screen.getByRole('group')
  new MutationObserver(() => seen.push(root.dataset.phase)).observe(root, { attributeFilter: ['data-phase'] })
  return { proxy, onTimedOut, seen, phase: () => root.dataset.phase }
}

describe('a tab that was hidden for ten minutes', () => {
  it('asks nothing meanwhile, and once when it is shown, before it prompts', async () => {
    const { proxy, onTimedOut, phase } = openPage()
    await tick(20_000)
    await showPage(false)
    const before = proxy.calls.length
    await tick(TEN_MINUTES)
    expect(proxy.calls).toHaveLength(before)
    expect(phase()).toBe('processing')
    expect(onTimedOut).not.toHaveBeenCalled()

    await showPage(true)
    await tick(0)
    expect(proxy.calls).toHaveLength(before + 1)
    // It is long past the deadline, and still nobody is told before the answer is there.
    expect(phase()).toBe('processing')
    await tick(300)
    expect(phase()).toBe('timed-out')
    expect(onTimedOut).toHaveBeenCalledTimes(1)
  })

  it('shows the end without a prompt, if that came meanwhile', async () => {
    const { proxy, onTimedOut, seen, phase } = openPage()
    await tick(20_000)
    await showPage(false)
    await tick(TEN_MINUTES)
    proxy.says = answer({ status: 'completed' })
    await showPage(true)
    await tick(300)
    expect(phase()).toBe('completed')
    expect(seen).not.toContain('timed-out')
    expect(onTimedOut).not.toHaveBeenCalled()
  })

  it('that prompted before looks once more when it is shown, and finds the end', async () => {
    const { proxy, phase } = openPage()
    await tick(250_000)
    expect(phase()).toBe('timed-out')
    await showPage(false)
    await tick(TEN_MINUTES)
    const before = proxy.calls.length
    proxy.says = answer({ status: 'completed' })
    await showPage(true)
    await tick(300)
    expect(proxy.calls).toHaveLength(before + 1)
    expect(phase()).toBe('completed')
    await tick(60_000)
    expect(proxy.calls).toHaveLength(before + 1)
  })
})

describe('a laptop that was asleep for an hour', () => {
  /** Nothing runs: the clock is later, and the timers are where they were. */
  const sleep = () => vi.setSystemTime(Date.now() + 3_600_000)

  it('asks once more before it prompts', async () => {
    const { proxy, onTimedOut, phase } = openPage()
    await tick(20_000)
    const before = proxy.calls.length
    sleep()
    expect(phase()).toBe('processing')
    await tick(10_000)
    expect(proxy.calls).toHaveLength(before + 1)
    await tick(1_000)
    expect(phase()).toBe('timed-out')
    expect(onTimedOut).toHaveBeenCalledTimes(1)
  })

  it('gives no verdict while the network is not yet back', async () => {
    const { proxy, phase } = openPage()
    await tick(20_000)
    await setNetwork(false)
    sleep()
    await tick(60_000)
    expect(phase()).toBe('processing')
    expect(screen.getByText(/offline/i)).toBeInTheDocument()

    proxy.says = answer({ status: 'completed' })
    await setNetwork(true)
    await tick(5_400)
    expect(phase()).toBe('completed')
  })

  it('takes what the request says that was out when it fell asleep', async () => {
    const { proxy, onTimedOut, phase } = openPage()
    proxy.latency = 2_000
    await tick(13_000)
    expect(proxy.calls.at(-1)!.endedAt).toBeNull()
    sleep()
    proxy.says = answer({ status: 'completed' })
    await tick(2_000)
    expect(phase()).toBe('completed')
    expect(onTimedOut).not.toHaveBeenCalled()
  })

  describe('that had prompted before', () => {
    const wakings: [name: string, leave: () => Promise<unknown>, comeBack: () => Promise<unknown>][] = [
      ['the page', () => showPage(false), () => showPage(true)],
      ['the network', () => setNetwork(false), () => setNetwork(true)],
    ]

    it.each(wakings)('looks once more when %s comes back, and finds the end', async (_, leave, comeBack) => {
      const { proxy, onTimedOut, phase } = openPage()
      await tick(250_000)
      expect(phase()).toBe('timed-out')
      await leave()
      sleep()
      const before = proxy.calls.length
      await tick(10_000)
      expect(proxy.calls).toHaveLength(before)

      proxy.says = answer({ status: 'completed' })
      await comeBack()
      await tick(300)
      expect(proxy.calls).toHaveLength(before + 1)
      expect(phase()).toBe('completed')
      await tick(60_000)
      expect(proxy.calls).toHaveLength(before + 1)
      expect(onTimedOut).toHaveBeenCalledTimes(1)
    })

    it.each(wakings)(
      'looks once more when %s comes back, and stays as it was without an end',
      async (_, leave, comeBack) => {
        const { proxy, onTimedOut, phase } = openPage()
        await tick(250_000)
        await leave()
        sleep()
        const before = proxy.calls.length
        await comeBack()
        await tick(60_000)
        expect(proxy.calls).toHaveLength(before + 1)
        expect(phase()).toBe('timed-out')
        expect(onTimedOut).toHaveBeenCalledTimes(1)
      },
    )
  })
})
