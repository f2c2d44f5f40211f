import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import type { ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import { createClock, envelopedStatus, flatStatus } from './asking.ts'

const course: ItrScenario = {
  steps: [
    { id: 'login', endsAt: 4_000 },
    { id: 'fetch', endsAt: 9_000 },
  ],
  ending: { at: 12_000, status: 'completed' },
}

const at = (clock: ReturnType<typeof createClock>, elapsed: number) =>
  new Date(clock.start + elapsed).toISOString()

describe('a job', () => {
  it.each([
    [0, 'initiated', 'login', []],
    [3_999, 'initiated', 'login', []],
    [4_000, 'processing', 'fetch', ['login']],
    [8_999, 'processing', 'fetch', ['login']],
    [9_000, 'processing', null, ['login', 'fetch']],
    [12_000, 'completed', null, ['login', 'fetch']],
    [99_000, 'completed', null, ['login', 'fetch']],
  ])('is after %i ms %s, at the step %s', async (elapsed, status, current_step, steps_completed) => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: course })
    const jobId = simulator.start()
    clock.set(elapsed)
    const expected = {
      job_id: jobId,
      status,
      current_step,
      steps_completed,
      steps_failed: [],
      error_message: '',
    }
    expect(await flatStatus(simulator, jobId)).toMatchObject(expected)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({ ...expected, pan: 'ABCDE1234F' })
  })

  it.each([
    [0, 0],
    [3_999, 0],
    [4_500, 4_000],
    [8_000, 4_000],
    [11_000, 9_000],
    [60_000, 12_000],
  ])('asked at %i ms says that it last changed at %i ms', async (elapsed, changed) => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: course })
    const jobId = simulator.start()
    clock.set(elapsed)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({
      created_at: at(clock, 0),
      updated_at: at(clock, changed),
    })
  })

  it('has a completion time and a report once it is completed, and not before', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: course })
    const jobId = simulator.start()
    clock.set(11_999)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({
      completed_at: null,
      pdf_report_url: null,
    })
    clock.set(15_000)
    expect(await envelopedStatus(simulator, jobId)).toMatchObject({
      completed_at: at(clock, 12_000),
      pdf_report_url: expect.stringMatching(/^https:/),
    })
  })

  it('fails as its scenario says, its failed step not among the completed ones', async () => {
    const clock = createClock()
    const scenario: ItrScenario = {
      ...course,
      ending: { at: 9_000, status: 'failed', errorMessage: 'No ITR found', stepsFailed: ['fetch'] },
    }
    const simulator = createItrSimulator({ now: clock.now, scenario })
    const jobId = simulator.start()
    clock.set(20_000)
    expect(await flatStatus(simulator, jobId)).toMatchObject({
      status: 'failed',
      current_step: null,
      steps_completed: ['login'],
      steps_failed: ['fetch'],
      error_message: 'No ITR found',
      completed_at: null,
      pdf_report_url: null,
    })
  })

  it('that has no ending goes on for ever', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: { ...course, ending: null } })
    const jobId = simulator.start()
    clock.set(86_400_000)
    expect(await flatStatus(simulator, jobId)).toMatchObject({ status: 'processing', current_step: null })
  })

  it('keeps the course it began with, whatever becomes of the scenario', async () => {
    const clock = createClock()
    const scenario = structuredClone(course)
    const simulator = createItrSimulator({ now: clock.now, scenario })
    const jobId = simulator.start()
    scenario.ending = null
    simulator.scenario = 'stuck'
    clock.set(12_000)
    expect(await flatStatus(simulator, jobId)).toMatchObject({ status: 'completed' })
  })

  it('is not before its beginning, even where the clock goes back', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: course })
    const jobId = simulator.start()
    clock.set(-5_000)
    expect(await flatStatus(simulator, jobId)).toMatchObject({ status: 'initiated', steps_completed: [] })
  })
})
