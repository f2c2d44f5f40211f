import { describe, expect, it } from 'vitest'
import type { ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import accepted from '../fixtures/analyze-accepted.json' with { type: 'json' }
import completed from '../fixtures/enveloped-completed.json' with { type: 'json' }
import processing from '../fixtures/flat-processing.json' with { type: 'json' }
import { simulateJob } from './simulateJob.ts'

const course: ItrScenario = {
  steps: [
    { id: 'login', endsAt: 4_000 },
    { id: 'fetch', endsAt: 9_000 },
  ],
  ending: { at: 12_000, status: 'completed' },
}

/** Replaces ids and times by their format, to compare a response with a published one. */
function toFormat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toFormat)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toFormat(item)]))
  if (typeof value !== 'string') return value
  return value
    .replace(/^itr_job_[a-z0-9]{12}$/, 'itr_job_#')
    .replace(/^itr_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'itr_<uuid>')
    .replace(/^itr_analyzer_[0-9a-f]{8}_[0-9a-f]{24}$/, 'itr_analyzer_#')
    .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, '<seconds, Z>')
    .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/, '<microseconds, no zone>')
}

describe('published formats', () => {
  const startedAt = Date.UTC(2024, 10, 15, 10, 22, 0)

  it('/analyze accepts a job', async () => {
    const { send } = simulateJob({ startedAt })
    await send('analyze', { username: 'abcde1234f', password: 'pw' })
    const response = await send('analyze', { username: 'abcde1234f', password: 'pw' })
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(toFormat(await response.json())).toEqual(toFormat(accepted))
  })

  it('POST /status has an envelope with the four published fields and all fields of the flat response', async () => {
    const { send, setElapsed } = simulateJob({ startedAt })
    setElapsed(60_000)
    const { data, ...envelope } = (await (await send('status')).json()) as typeof completed
    expect(envelope).toEqual({ success: completed.success, message: completed.message })
    expect(toFormat(data)).toMatchObject(toFormat(completed.data) as object)
    expect(Object.keys(data)).toEqual(expect.arrayContaining(Object.keys(processing)))
  })

  it('GET /status is flat, with microseconds and no time zone', async () => {
    const createdAt = Date.parse(`${processing.created_at}Z`)
    const { simulator, getStatus, setElapsed } = simulateJob({ startedAt: createdAt })
    const jobId = simulator.start()
    setElapsed(6_000)
    const body = await getStatus('GET', jobId)
    expect(toFormat(body)).toEqual(toFormat(processing))
    expect(body.created_at).toBe(processing.created_at)
  })

  it('job ids alternate between the two published formats', () => {
    const { simulator, jobId } = simulateJob()
    const ids = [jobId, simulator.start(), simulator.start()]
    expect(ids.map(toFormat)).toEqual(['itr_job_#', 'itr_<uuid>', 'itr_job_#'])
  })
})

describe('/status', () => {
  it.each([
    [-5_000, 'initiated', 'login', [], 0],
    [0, 'initiated', 'login', [], 0],
    [3_999, 'initiated', 'login', [], 0],
    [4_000, 'processing', 'fetch', ['login'], 4_000],
    [8_999, 'processing', 'fetch', ['login'], 4_000],
    [9_000, 'processing', null, ['login', 'fetch'], 9_000],
    [11_999, 'processing', null, ['login', 'fetch'], 9_000],
    [12_000, 'completed', null, ['login', 'fetch'], 12_000],
    [99_000, 'completed', null, ['login', 'fetch'], 12_000],
  ])(
    'has after %i ms the status %s and the step %s',
    async (elapsed, status, current_step, steps_completed, changed) => {
      const { jobId, startedAt, getStatus, setElapsed } = simulateJob({ scenario: course })
      setElapsed(elapsed)
      const expected = {
        job_id: jobId,
        status,
        current_step,
        steps_completed,
        steps_failed: [],
        error_message: '',
        pdf_report_url: status === 'completed' ? expect.stringMatching(/^https:/) : null,
      }
      const updated_at = new Date(startedAt + changed).toISOString()
      expect(await getStatus('GET')).toMatchObject(expected)
      expect(await getStatus('POST')).toMatchObject({
        ...expected,
        pan: 'ABCDE1234F',
        created_at: new Date(startedAt).toISOString(),
        updated_at,
        completed_at: status === 'completed' ? updated_at : null,
      })
    },
  )

  it('ends a failing scenario with its error message, and the failed step is not completed', async () => {
    const { getStatus, setElapsed } = simulateJob({
      scenario: {
        ...course,
        ending: { at: 9_000, status: 'failed', errorMessage: 'No ITR found', stepsFailed: ['fetch'] },
      },
    })
    setElapsed(20_000)
    expect(await getStatus('GET')).toMatchObject({
      status: 'failed',
      current_step: null,
      steps_completed: ['login'],
      steps_failed: ['fetch'],
      error_message: 'No ITR found',
      completed_at: null,
      pdf_report_url: null,
    })
  })

  it('does not change a running job when its scenario object or the simulator changes', async () => {
    const scenario = structuredClone(course)
    const { simulator, getStatus, setElapsed } = simulateJob({ scenario })
    scenario.ending = null
    simulator.scenario = 'stuck'
    setElapsed(12_000)
    expect(await getStatus()).toMatchObject({ status: 'completed' })
  })
})

describe('glitches', () => {
  type Glitch = NonNullable<ItrScenario['glitches']>[number]

  function pollAt(elapsed: number, ...glitches: Glitch[]): Promise<Response> {
    const scenario: ItrScenario = { ...course, ending: { at: 20_000, status: 'completed' }, glitches }
    const { send, setElapsed } = simulateJob({ scenario })
    setElapsed(elapsed)
    return send('status', undefined, { method: 'GET' })
  }

  it.each([
    [9_999, 200],
    [10_000, 503],
    [11_999, 503],
    [12_000, 200],
  ])('a glitch from 10 s until 12 s: after %i ms the status is %i', async (elapsed, status) => {
    expect((await pollAt(elapsed, { from: 10_000, until: 12_000, kind: 'error' })).status).toBe(status)
  })

  it.each([
    ['error', undefined, 503, null, 'application/json'],
    ['busy', 7, 429, '7', 'application/json'],
    ['busy', undefined, 429, '5', 'application/json'],
    ['garbage', undefined, 200, null, 'text/html'],
  ] as const)(
    '%s by %s is a %i with Retry-After %s and type %s',
    async (kind, by, status, retryAfter, type) => {
      const response = await pollAt(10_000, { from: 0, until: Infinity, kind, by })
      expect(response.status).toBe(status)
      expect(response.headers.get('Retry-After')).toBe(retryAfter)
      expect(response.headers.get('Content-Type')).toBe(type)
    },
  )

  it.each([
    [3_000, 'processing', ['login'], '2026-04-07T11:24:18.383000'],
    [7_000, 'initiated', [], '2026-04-07T11:24:14.383000'],
    [60_000, 'initiated', [], '2026-04-07T11:24:14.383000'],
    [undefined, 'initiated', [], '2026-04-07T11:24:14.383000'],
  ])('older by %s ms is the job as it was', async (by, status, steps_completed, updated_at) => {
    const response = await pollAt(10_000, { from: 0, until: 15_000, kind: 'older', by })
    expect(await response.json()).toMatchObject({ status, steps_completed, updated_at })
  })

  it('older does not apply after the end of the job, but another glitch does', async () => {
    const older: Glitch = { from: 0, until: 60_000, kind: 'older', by: 15_000 }
    expect(await (await pollAt(20_000, older)).json()).toMatchObject({ status: 'completed' })
    expect((await pollAt(20_000, older, { ...older, kind: 'error' })).status).toBe(503)
  })

  it('the first matching glitch wins', async () => {
    const window = { from: 0, until: 15_000 }
    expect((await pollAt(1_000, { ...window, kind: 'busy' }, { ...window, kind: 'error' })).status).toBe(429)
  })

  it('/data has no glitches', async () => {
    const { send } = simulateJob({
      scenario: {
        steps: [],
        ending: { at: 0, status: 'completed' },
        glitches: [{ from: 0, until: 60_000, kind: 'error' }],
      },
    })
    expect((await send('data')).status).toBe(200)
  })
})
