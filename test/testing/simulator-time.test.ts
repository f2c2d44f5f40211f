import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { ask, createClock, envelopedStatus, KEYS } from './asking.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it('is Date.now, fake timers that came later included', async () => {
    vi.useRealTimers()
    const simulator = createItrSimulator()
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
    const jobId = simulator.start()
    vi.setSystemTime(Date.UTC(2026, 0, 1, 0, 1))
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({
      status: 'completed',
      created_at: '2026-01-01T00:00:00Z',
    })
  })

  it.each([
    [10, 4_799, 'processing'],
    [10, 4_800, 'completed'],
    [0.5, 95_999, 'processing'],
    [0.5, 96_000, 'completed'],
  ])('of the jobs goes %d times as fast: after %i ms a happy one is %s', async (speed, elapsed, status) => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, speed })
    const jobId = simulator.start()
    clock.set(elapsed)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({ status })
  })

  it('of the answers is that of now, whatever the speed', async () => {
    const clock = createClock(0)
    const simulator = createItrSimulator({ now: clock.now, speed: 10 })
    const jobId = simulator.start()
    clock.set(60_000)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({
      created_at: '1970-01-01T00:00:00Z',
      updated_at: '1970-01-01T00:00:04.800Z',
      completed_at: '1970-01-01T00:00:04.800Z',
    })
  })
})

describe('the latency', () => {
  it('holds an answer back in real time, whatever the speed, and is decided on at arrival', async () => {
    const simulator = createItrSimulator({ latency: 300, speed: 1000 })
    const jobId = simulator.start()
    let answered: Response | undefined
    void ask(simulator, 'status', { job_id: jobId }).then((response) => (answered = response))
    await vi.advanceTimersByTimeAsync(299)
    expect(answered).toBeUndefined()
    expect(simulator.calls).toMatchObject([{ at: Date.UTC(2026, 0, 1), status: 200 }])
    await vi.advanceTimersByTimeAsync(1)
    expect(await answered!.json()).toMatchObject({ data: { status: 'initiated' } })
  })

  it('of 0 needs no timer', async () => {
    const simulator = createItrSimulator()
    expect(await envelopedStatus(simulator, simulator.start())).toMatchObject({ status: 'initiated' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('the same calls at the same times get the same answers, ids and all', async () => {
  async function session() {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    const told: string[] = []
    const tell = async (response: Response) => void told.push(await response.text())
    await tell(await ask(simulator, 'analyze', { username: 'ABCDE1234F', password: 'pw' }))
    clock.set(1_000)
    const job_id = simulator.start('flaky')
    for (let elapsed = 0; elapsed < 60_000; elapsed += 3_000) {
      clock.set(elapsed)
      await tell(await ask(simulator, 'status', { job_id }))
    }
    return [...told, JSON.stringify(simulator.calls)]
  }
  expect(await session()).toEqual(await session())
})

it('jobs of one moment have ids of their own, and so have those of another moment', () => {
  const clock = createClock()
  const ids = [0, 0, 1, 1].flatMap((elapsed) => {
    clock.set(elapsed)
    const simulator = createItrSimulator({ now: clock.now })
    return [simulator.start(), simulator.start()]
  })
  expect(new Set(ids).size).toBe(4)
})

it('fetch is bound, and takes a Request', async () => {
  const simulator = createItrSimulator()
  const { fetch } = simulator
  const request = new Request('https://api.finpass.ai/api/v1/itr-analyzer/status', {
    method: 'POST',
    headers: KEYS,
    body: JSON.stringify({ job_id: simulator.start() }),
  })
  expect((await fetch(request)).status).toBe(200)
})

it('fetch reads method, url, headers and text() and nothing else', async () => {
  const read = new Set<PropertyKey>()
  const simulator = createItrSimulator()
  const body = JSON.stringify({ job_id: simulator.start() })
  const request = new Request('https://api.finpass.ai/itr-analyzer/status', {
    method: 'POST',
    headers: KEYS,
    body,
  })
  const watched = new Proxy(request, {
    get(target, key) {
      read.add(key)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  expect((await simulator.fetch(watched)).status).toBe(200)
  expect([...read].sort()).toEqual(['headers', 'method', 'text', 'url'])
})
