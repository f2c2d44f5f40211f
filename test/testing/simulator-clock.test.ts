import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { simulateJob } from './simulateJob.ts'

const START = Date.UTC(2026, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('now and speed', () => {
  it('now is Date.now by default, also with fake timers that start later', async () => {
    vi.useRealTimers()
    const { simulator, getStatus } = simulateJob({ now: undefined })
    vi.useFakeTimers({ now: START })
    const jobId = simulator.start()
    vi.setSystemTime(START + 60_000)
    expect(await getStatus('POST', jobId)).toMatchObject({
      status: 'completed',
      created_at: '2026-01-01T00:00:00Z',
    })
  })

  it.each([
    [10, 4_799, 'processing'],
    [10, 4_800, 'completed'],
    [0.5, 95_999, 'processing'],
    [0.5, 96_000, 'completed'],
  ])('a happy job at speed %d is after %i ms %s', async (speed, elapsed, status) => {
    const { getStatus, setElapsed } = simulateJob({ speed })
    setElapsed(elapsed)
    expect(await getStatus()).toMatchObject({ status })
  })

  it('times in responses are times of now at any speed', async () => {
    const { getStatus, setElapsed } = simulateJob({ startedAt: 0, speed: 10 })
    setElapsed(60_000)
    expect(await getStatus()).toMatchObject({
      created_at: '1970-01-01T00:00:00Z',
      updated_at: '1970-01-01T00:00:04.800Z',
      completed_at: '1970-01-01T00:00:04.800Z',
    })
  })
})

describe('latency', () => {
  it('delays the response in real time at any speed, and keeps the status at arrival', async () => {
    const { simulator, send } = simulateJob({ now: Date.now, latency: 300, speed: 1000 })
    let response: Response | undefined
    void send('status').then((settled) => (response = settled))
    await vi.advanceTimersByTimeAsync(299)
    expect(response).toBeUndefined()
    expect(simulator.calls).toMatchObject([{ at: START, status: 200 }])
    await vi.advanceTimersByTimeAsync(1)
    expect(await response!.json()).toMatchObject({ data: { status: 'initiated' } })
  })

  it('starts no timer when it is 0', async () => {
    expect(await simulateJob().getStatus()).toMatchObject({ status: 'initiated' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('determinism', () => {
  it('the same requests at the same times get the same responses in each process, including ids', async () => {
    async function runSession() {
      vi.resetModules()
      const modules = await import('./simulateJob.ts')
      const { simulator, send, setElapsed } = modules.simulateJob({ scenario: 'flaky' })
      const texts = [await (await send('analyze', { username: 'ABCDE1234F', password: 'pw' })).text()]
      for (let elapsed = 0; elapsed < 60_000; elapsed += 3_000) {
        setElapsed(elapsed)
        texts.push(await (await send('status')).text())
      }
      return [...texts, simulator.calls]
    }
    expect(await runSession()).toEqual(await runSession())
  })

  it('jobs of all simulators and moments have different ids', () => {
    const ids = [0, 0, 1].flatMap((time) => {
      const simulator = createItrSimulator({ now: () => time })
      return [simulator.start(), simulator.start()]
    })
    expect(new Set(ids).size).toBe(6)
  })
})
