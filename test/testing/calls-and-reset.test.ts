import { expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { ask, createClock } from './asking.ts'

it('every call is recorded: where to, about which job, when, and how it was answered', async () => {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now })
  const analyzed = await ask(simulator, 'analyze', { username: 'ABCDE1234F', password: 'pw' })
  const { data } = (await analyzed.json()) as { data: { job_id: string } }
  clock.set(5_000)
  await ask(simulator, 'status', data, { method: 'GET', url: 'http://localhost/itr-analyzer/status?a=b' })
  await ask(simulator, 'data', data)
  clock.set(6_000)
  await ask(simulator, 'status', { job_id: 'nobody' })
  await ask(simulator, 'status', data, { headers: {} })
  await ask(simulator, 'nothing', data)

  const [at5, at6] = [clock.start + 5_000, clock.start + 6_000]
  const jobId = data.job_id
  expect(simulator.calls).toEqual([
    { method: 'POST', path: '/api/v1/itr-analyzer/analyze', jobId, at: clock.start, status: 200 },
    { method: 'GET', path: '/itr-analyzer/status', jobId, at: at5, status: 200 },
    { method: 'POST', path: '/api/v1/itr-analyzer/data', jobId, at: at5, status: 409 },
    { method: 'POST', path: '/api/v1/itr-analyzer/status', jobId: 'nobody', at: at6, status: 404 },
    { method: 'POST', path: '/api/v1/itr-analyzer/status', jobId: null, at: at6, status: 401 },
    { method: 'POST', path: '/api/v1/itr-analyzer/nothing', jobId: null, at: at6, status: 404 },
  ])
})

it('a reset forgets jobs and calls, and gives no id a second time', async () => {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now, scenario: 'slow' })
  const { calls } = simulator
  const job_id = simulator.start()
  await ask(simulator, 'status', { job_id })
  simulator.reset()
  expect(calls).toEqual([])
  expect(simulator.calls).toBe(calls)
  expect(simulator.scenario).toBe('slow')
  expect(simulator.start()).not.toBe(job_id)
  expect((await ask(simulator, 'status', { job_id })).status).toBe(404)
})
