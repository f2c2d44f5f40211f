import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import accepted from '../fixtures/analyze-accepted.json' with { type: 'json' }
import completed from '../fixtures/enveloped-completed.json' with { type: 'json' }
import rejected from '../fixtures/enveloped-rejected.json' with { type: 'json' }
import processing from '../fixtures/flat-processing.json' with { type: 'json' }
import { ask, createClock, flatStatus } from './asking.ts'

/** The form of a value, so that two answers may be compared in all but what they speak of. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOf)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, formOf(item)]))
  if (typeof value !== 'string') return value
  return value
    .replace(/^itr_job_[a-z0-9]{12}$/, 'itr_job_#')
    .replace(/^itr_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'itr_<uuid>')
    .replace(/^itr_analyzer_[0-9a-f]{8}_[0-9a-f]{24}$/, 'itr_analyzer_#')
    .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, '<seconds, Z>')
    .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/, '<microseconds, no zone>')
}

const wholeSeconds = createClock(Date.UTC(2024, 10, 15, 10, 22, 0))

describe('the simulator answers as published:', () => {
  it('/analyze with an accepted job', async () => {
    const simulator = createItrSimulator({ now: wholeSeconds.now })
    const response = await ask(simulator, 'analyze', { username: 'abcde1234f', password: 'pw' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(formOf(await response.json())).toEqual(formOf(accepted))
  })

  it('/analyze with a malformed PAN', async () => {
    const response = await ask(createItrSimulator(), 'analyze', { username: 'ABCD1234F', password: 'pw' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual(rejected)
  })

  it('POST /status in the envelope, the four published fields and the flat ones inside', async () => {
    const clock = createClock(wholeSeconds.start)
    const simulator = createItrSimulator({ now: clock.now })
    const job_id = simulator.start()
    clock.set(60_000)
    const { data, ...envelope } = (await (
      await ask(simulator, 'status', { job_id })
    ).json()) as typeof completed
    expect(envelope).toEqual({ success: completed.success, message: completed.message })
    expect(formOf(data)).toMatchObject(formOf(completed.data) as object)
    expect(Object.keys(data)).toEqual(expect.arrayContaining(Object.keys(processing)))
  })

  it('GET /status flat, with zoneless microsecond times', async () => {
    const clock = createClock(Date.parse(`${processing.created_at}Z`))
    const simulator = createItrSimulator({ now: clock.now })
    simulator.start()
    const jobId = simulator.start()
    clock.set(6_000)
    const answer = await flatStatus(simulator, jobId)
    expect(formOf(answer)).toEqual(formOf(processing))
    expect(answer.created_at).toBe(processing.created_at)
  })

  it('with job ids of both published forms, in turn', () => {
    const simulator = createItrSimulator()
    const ids = [simulator.start(), simulator.start(), simulator.start()]
    expect(ids.map(formOf)).toEqual(['itr_job_#', 'itr_<uuid>', 'itr_job_#'])
    expect(new Set(ids).size).toBe(3)
  })

  it('keeping the fraction of a second in the envelope, where there is one', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    const response = await ask(simulator, 'status', { job_id: simulator.start() })
    expect(await response.json()).toMatchObject({ data: { updated_at: '2026-04-07T11:24:14.383Z' } })
  })
})
