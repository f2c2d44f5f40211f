import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import type { ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import { ask, createClock } from './asking.ts'

type Glitch = NonNullable<ItrScenario['glitches']>[number]

const course: ItrScenario = {
  steps: [
    { id: 'login', endsAt: 4_000 },
    { id: 'fetch', endsAt: 9_000 },
  ],
  ending: { at: 20_000, status: 'completed' },
}

async function askAt(elapsed: number, ...glitches: Glitch[]): Promise<Response> {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now, scenario: { ...course, glitches } })
  const job_id = simulator.start()
  clock.set(elapsed)
  return ask(simulator, 'status', { job_id }, { method: 'GET' })
}

describe('a glitch', () => {
  it.each([
    [9_999, 200],
    [10_000, 503],
    [11_999, 503],
    [12_000, 200],
  ])('from 10 s until 12 s is met, or not, after %i ms', async (elapsed, status) => {
    expect((await askAt(elapsed, { from: 10_000, until: 12_000, kind: 'error' })).status).toBe(status)
  })

  it('of kind error is a 5xx without a Retry-After', async () => {
    const response = await askAt(10_000, { from: 0, until: Infinity, kind: 'error' })
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBeNull()
    expect(await response.json()).toMatchObject({ success: false })
  })

  it.each([
    [7, '7'],
    [undefined, '5'],
  ])('of kind busy by %s is a 429 with a Retry-After of %s seconds', async (by, header) => {
    const response = await askAt(10_000, { from: 0, until: 15_000, kind: 'busy', by })
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe(header)
  })

  it('of kind garbage is a 200 that is no JSON', async () => {
    const response = await askAt(10_000, { from: 0, until: 15_000, kind: 'garbage' })
    expect(response.status).toBe(200)
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  it.each([
    [3_000, 'processing', ['login'], '2026-04-07T11:24:18.383000'],
    [7_000, 'initiated', [], '2026-04-07T11:24:14.383000'],
    [60_000, 'initiated', [], '2026-04-07T11:24:14.383000'],
    [undefined, 'initiated', [], '2026-04-07T11:24:14.383000'],
  ])('of kind older by %s ms gives the job as it was', async (by, status, steps_completed, updated_at) => {
    const response = await askAt(10_000, { from: 0, until: 15_000, kind: 'older', by })
    expect(await response.json()).toMatchObject({ status, steps_completed, updated_at })
  })

  it('of kind older never takes back an end, others may come after it', async () => {
    const older: Glitch = { from: 0, until: 60_000, kind: 'older', by: 15_000 }
    expect(await (await askAt(20_000, older)).json()).toMatchObject({ status: 'completed' })
    expect((await askAt(20_000, older, { ...older, kind: 'error' })).status).toBe(503)
  })

  it('that comes first in the list counts', async () => {
    const window = { from: 0, until: 15_000 }
    expect((await askAt(1_000, { ...window, kind: 'busy' }, { ...window, kind: 'error' })).status).toBe(429)
  })

  it('is of /status only', async () => {
    const simulator = createItrSimulator({
      now: createClock().now,
      scenario: {
        steps: [],
        ending: { at: 0, status: 'completed' },
        glitches: [{ from: 0, until: 60_000, kind: 'error' }],
      },
    })
    expect((await ask(simulator, 'data', { job_id: simulator.start() })).status).toBe(200)
  })
})
