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

const COMPLETED = answer({ status: 'completed' })

function openPage() {
  const proxy = createProxy()
  /** Number of responses at each call of onTimedOut. */
  const responsesAtTimeout: number[] = []
  render(
    <ItrProgress
      jobId={JOB}
      proxyUrl={URL}
      fetch={proxy.fetch}
      queryClient={createClient()}
      onTimedOut={() =>
        void responsesAtTimeout.push(proxy.calls.filter(({ endedAt }) => endedAt !== null).length)
      }
    />,
  )
  return { proxy, responsesAtTimeout, phase: () => screen.getByRole('group').dataset.phase }
}

/** The system clock moves on, while timers stand still. */
const sleepForAnHour = () => vi.setSystemTime(Date.now() + 3_600_000)

const hideForTenMinutes = async () => {
  await showPage(false)
  await tick(600_000)
}

describe.each<[string, leave: () => unknown, comeBack: () => Promise<unknown>]>([
  ['a tab that was hidden for ten minutes', hideForTenMinutes, () => showPage(true)],
  ['a laptop that slept for an hour', sleepForAnHour, () => tick(10_000)],
])('%s', (_, leave, comeBack) => {
  it('polls once after its return, and times out only after the response', async () => {
    const { proxy, responsesAtTimeout, phase } = openPage()
    await tick(20_000)
    const before = proxy.calls.length
    await leave()
    expect(phase()).toBe('processing')
    expect(proxy.calls).toHaveLength(before)
    await comeBack()
    await tick(1_000)
    expect(phase()).toBe('timed-out')
    expect(responsesAtTimeout).toEqual([before + 1])
  })

  it('shows a job that completed meanwhile without timing out', async () => {
    const { proxy, responsesAtTimeout, phase } = openPage()
    await tick(20_000)
    await leave()
    proxy.says = COMPLETED
    await comeBack()
    await tick(300)
    expect(phase()).toBe('completed')
    expect(responsesAtTimeout).toEqual([])
  })
})

describe('a laptop that slept for an hour', () => {
  it('does not time out while it is still offline', async () => {
    const { proxy, phase } = openPage()
    await tick(20_000)
    await setNetwork(false)
    sleepForAnHour()
    await tick(60_000)
    expect(phase()).toBe('processing')
    expect(screen.getByText(/offline/i)).toBeInTheDocument()
    proxy.says = COMPLETED
    await setNetwork(true)
    await tick(5_400)
    expect(phase()).toBe('completed')
  })

  it('uses the response to a request that was in flight when it fell asleep', async () => {
    const { proxy, responsesAtTimeout, phase } = openPage()
    proxy.latency = 2_000
    await tick(13_000)
    expect(proxy.calls.at(-1)!.endedAt).toBeNull()
    sleepForAnHour()
    proxy.says = COMPLETED
    await tick(2_000)
    expect(phase()).toBe('completed')
    expect(responsesAtTimeout).toEqual([])
  })
})

describe.each<[string, leave: () => Promise<unknown>, comeBack: () => Promise<unknown>]>([
  ['the page is shown again', () => showPage(false), () => showPage(true)],
  ['the network returns', () => setNetwork(false), () => setNetwork(true)],
])('a timed-out widget polls once when %s', (_, leave, comeBack) => {
  it.each([
    ['completed', COMPLETED],
    ['timed-out', answer()],
  ])('and is then %s', async (then, response) => {
    const { proxy, responsesAtTimeout, phase } = openPage()
    await tick(250_000)
    expect(phase()).toBe('timed-out')
    await leave()
    sleepForAnHour()
    const before = proxy.calls.length
    await tick(10_000)
    expect(proxy.calls).toHaveLength(before)

    proxy.says = response
    await comeBack()
    await tick(300)
    expect(phase()).toBe(then)
    await tick(60_000)
    expect(proxy.calls).toHaveLength(before + 1)
    expect(responsesAtTimeout).toHaveLength(1)
  })
})
