import { act, render } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ItrProgress,
  ItrProgressAnnouncer,
  ItrProgressMessage,
  ItrProgressSteps,
  ItrProgressTiming,
  useItrJobStatus,
  useItrView,
} from '../../src/index.ts'
import { part } from './show.tsx'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 3, 7, 5, 0, 0) }))
afterEach(() => vi.useRealTimers())

const body = { job_id: 'j', status: 'processing', current_step: 'download_profile', steps_completed: [] }
const fetchStatus = async () => Response.json(body)
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const texts = () =>
  [...part('timing').children].map(({ textContent }) => textContent.trim().replace(/\s/g, ' '))
const time = () => new Date().toLocaleTimeString('en-IN', { timeStyle: 'short' }).replace(/\s/g, ' ')

/** Counts the renders of what is inside. */
function createCounter() {
  const counter = { renders: 0, onRender: () => void counter.renders++ }
  return counter
}

describe('ItrProgress: an unchanged response', () => {
  it('renders the timing and the pulse, but no caller of the hook, no other part and not the root', async () => {
    const [timing, others] = [createCounter(), createCounter()]
    let renders = 0
    function App() {
      renders++
      const result = useItrJobStatus({ jobId: 'j', proxyUrl: '/each-response', fetch: fetchStatus })
      return (
        <ItrProgress result={result}>
          <Profiler id="timing" onRender={timing.onRender}>
            <ItrProgressTiming />
          </Profiler>
          <Profiler id="others" onRender={others.onRender}>
            <ItrProgressMessage />
          </Profiler>
          <ItrProgressAnnouncer />
          <ItrProgressSteps />
        </ItrProgress>
      )
    }
    render(<App />)
    await pass(1)
    expect(texts()).toEqual([`After 0 seconds, at ${time()}`])
    await pass(15_000)
    const before = [renders, others.renders, timing.renders]
    const pulse = document.querySelector('.itr-pulse')
    await pass(10_000)
    expect([renders, others.renders, timing.renders - 1]).toEqual(before)
    expect(texts()).toEqual([`After 20 seconds, at ${time()}`])
    expect(document.querySelector('.itr-pulse')).not.toBe(pulse)
  })

  it('renders a caller of useItrView once, with the new timing', async () => {
    const views: ReturnType<typeof useItrView>[] = []
    function Headless() {
      const result = useItrJobStatus({ jobId: 'j', proxyUrl: '/headless', fetch: fetchStatus })
      views.push(useItrView(result))
      return null
    }
    render(<Headless />)
    expect(views.at(-1)!.timing).toMatchObject({ lastResponseAt: null, elapsedMs: null })
    await pass(1)
    await pass(15_000)
    const { length } = views
    await pass(10_000)
    expect(views).toHaveLength(length + 1)
    expect(views.at(-1)!.timing).toMatchObject({
      elapsedMs: 20_000,
      lastResponseAt: Date.UTC(2026, 3, 7, 5, 0, 20),
    })
  })

  it('does not change the time of the last response for a failed poll', async () => {
    let isBroken = false
    const fetch = async () => (isBroken ? new Response('', { status: 503 }) : Response.json(body))
    render(<ItrProgress jobId="j" proxyUrl="/failing" fetch={fetch} />)
    await pass(1)
    const shown = texts()
    isBroken = true
    await pass(60_000)
    expect(part('message')).toHaveTextContent('No response at the moment.')
    expect(texts()).toEqual(shown)
  })
})
