import { describe, expect, it } from 'vitest'
import { classifyItrFailure } from '../../src/contract/classifyItrFailure.ts'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrScenarios, type ItrScenarioName } from '../../src/testing/simulator/itrScenarios.ts'
import enveloped from '../fixtures/enveloped-completed.json' with { type: 'json' }
import flat from '../fixtures/flat-processing.json' with { type: 'json' }
import { ask, createClock } from './asking.ts'

const names = Object.keys(itrScenarios) as ItrScenarioName[]
const PUBLISHED = [...Object.keys(flat), ...Object.keys(enveloped.data)]
const SECONDS = 260

/** Every answer that a watcher of the scenario may get, a second apart. */
async function watch(name: ItrScenarioName, method: string) {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now, scenario: name })
  const job_id = simulator.start()
  const answers: { second: number; status: number; payload: unknown; text: string; job: ItrJob | null }[] = []
  for (let second = 0; second <= SECONDS; second++) {
    clock.set(second * 1000)
    const response = await ask(simulator, 'status', { job_id }, { method })
    const text = await response.text()
    const isJson = response.headers.get('Content-Type') === 'application/json'
    const payload: unknown = isJson ? JSON.parse(text) : null
    const job = response.status === 200 && isJson ? parseItrJob(payload) : null
    answers.push({ second, status: response.status, payload, text, job })
  }
  const jobs = answers.flatMap(({ job, second }) => (job ? [{ ...job, second }] : []))
  return { answers, jobs, last: jobs.at(-1)!, end: jobs.find(isTerminal)?.second }
}

const isSubset = (some: readonly string[], all: readonly string[]) => some.every((id) => all.includes(id))

describe.each(names)('the scenario %s', (name) => {
  it.each(['GET', 'POST'])('goes forward only, asked each second with %s', async (method) => {
    const { jobs, end } = await watch(name, method)
    const order = ['initiated', 'processing', 'completed', 'failed']
    jobs.forEach((job, i) => {
      const before = jobs[i - 1]
      expect(job.stepsCompleted).not.toContain(job.currentStep)
      expect(job.stepsFailed.some((id) => job.stepsCompleted.includes(id))).toBe(false)
      expect(job.updatedAt! >= job.createdAt!).toBe(true)
      if (!before || (name === 'regressing' && job.second < end!)) return
      expect(isSubset(before.stepsCompleted, job.stepsCompleted)).toBe(true)
      expect(order.indexOf(job.status)).toBeGreaterThanOrEqual(order.indexOf(before.status))
      expect(job.updatedAt! >= before.updatedAt!).toBe(true)
      if (isTerminal(before)) expect({ ...job, second: 0 }).toEqual({ ...before, second: 0 })
    })
  })

  it('begins as initiated', async () => {
    const { jobs } = await watch(name, 'POST')
    expect(jobs[0]).toMatchObject({
      second: 0,
      status: 'initiated',
      currentStep: 'create_client',
      stepsCompleted: [],
    })
  })

  it('gives no more than the published fields, and its PAN only in the envelope', async () => {
    for (const { payload, status } of (await watch(name, 'POST')).answers)
      if (status === 200 && payload)
        expect(isSubset(Object.keys((payload as { data: object }).data), PUBLISHED)).toBe(true)
    for (const { payload, status, text } of (await watch(name, 'GET')).answers) {
      if (status === 200 && payload) expect(isSubset(Object.keys(payload), PUBLISHED)).toBe(true)
      expect(text).not.toMatch(/[A-Z]{5}[0-9]{4}[A-Z]/)
    }
  })

  it('is frozen, survives JSON and can be cloned', () => {
    const scenario = itrScenarios[name]
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen))
    expect(isFrozen(scenario)).toBe(true)
    expect(structuredClone(scenario)).toEqual(scenario)
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario)
  })
})

const failing = [
  'invalid_credentials',
  'account_locked',
  'second_factor_required',
  'no_itr_found',
  'portal_unavailable',
]

describe('the scenarios end', () => {
  it.each([
    ['happy', 30, 90],
    ['slow', 90, 240],
    ['flaky', 30, 90],
    ['regressing', 30, 90],
  ] as const)('%s completed, after %i to %i s', async (name, from, until) => {
    const { last, end } = await watch(name, 'POST')
    expect(last).toMatchObject({ status: 'completed', stepsFailed: [], failure: null })
    expect(last.stepsCompleted).toEqual(itrScenarios[name].steps.map((step) => step.id))
    expect(end).toBeGreaterThanOrEqual(from)
    expect(end).toBeLessThanOrEqual(until)
  })

  it.each(failing as ItrScenarioName[])(
    '%s failed, with a text that classifies to the code of its name',
    async (name) => {
      const { last } = await watch(name, 'POST')
      expect(last).toMatchObject({ status: 'failed', failure: name })
      expect(classifyItrFailure(last.errorMessage)).toBe(name)
      expect(last.stepsFailed).toHaveLength(1)
    },
  )

  it('stuck never', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: 'stuck' })
    const job_id = simulator.start()
    clock.set(100 * 86_400_000)
    const response = await ask(simulator, 'status', { job_id })
    expect(parseItrJob(await response.json())).toMatchObject({
      status: 'processing',
      currentStep: 'download_profile',
    })
  })
})

it('flaky meets a check every 5 s with a 5xx, a 429 and garbage once each, and answers in between', async () => {
  const { answers } = await watch('flaky', 'POST')
  const trouble = ({ status, job }: (typeof answers)[number]) => (job ? 'answer' : status)
  for (const offset of [0, 1, 2, 3, 4]) {
    const met = answers.filter(({ second }) => second % 5 === offset && second < 60).map(trouble)
    expect(met.filter((what) => what !== 'answer')).toEqual([503, 429, 200])
    expect(met.filter((what, i) => what !== 'answer' && met[i + 1] !== 'answer')).toEqual([])
  }
})

it('regressing goes back in status, in steps and in time, and is completed for good in the end', async () => {
  const { jobs } = await watch('regressing', 'POST')
  const back = (went: (before: ItrJob, job: ItrJob) => boolean) =>
    jobs.some((job, i) => i > 0 && went(jobs[i - 1]!, job))
  expect(back((before, job) => before.status === 'processing' && job.status === 'initiated')).toBe(true)
  expect(back((before, job) => !isSubset(before.stepsCompleted, job.stepsCompleted))).toBe(true)
  expect(back((before, job) => job.updatedAt! < before.updatedAt!)).toBe(true)
  expect(jobs.slice(jobs.findIndex(isTerminal)).every((job) => job.status === 'completed')).toBe(true)
})
