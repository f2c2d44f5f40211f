import { describe, expect, it } from 'vitest'
import { classifyItrFailure } from '../../src/contract/classifyItrFailure.ts'
import { isTerminal, type ItrJob } from '../../src/contract/ItrJob.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { itrScenarios, type ItrScenarioName } from '../../src/testing/simulator/itrScenarios.ts'
import enveloped from '../fixtures/enveloped-completed.json' with { type: 'json' }
import flat from '../fixtures/flat-processing.json' with { type: 'json' }
import { simulateJob } from './simulateJob.ts'

const names = Object.keys(itrScenarios) as ItrScenarioName[]
const published = [...Object.keys(flat), ...Object.keys(enveloped.data)]

/** Polls a job of the scenario each second for 260 s. Returns the responses, and the jobs in them. */
async function pollScenario(scenario: ItrScenarioName, method = 'POST') {
  const { send, setElapsed } = simulateJob({ scenario })
  const responses: { second: number; status: number; text: string; job: ItrJob | null }[] = []
  for (let second = 0; second <= 260; second++) {
    setElapsed(second * 1000)
    const response = await send('status', undefined, { method })
    const text = await response.text()
    const hasJob = response.status === 200 && response.headers.get('Content-Type') === 'application/json'
    const job = hasJob ? parseItrJob(JSON.parse(text)) : null
    responses.push({ second, status: response.status, text, job })
  }
  const jobs = responses.flatMap(({ job, second }) => (job ? [{ ...job, second }] : []))
  return { responses, jobs, last: jobs.at(-1)!, end: jobs.find(isTerminal)?.second }
}

const isSubset = (some: readonly string[], all: readonly string[]) => some.every((id) => all.includes(id))

describe.each(names)('scenario %s', (name) => {
  it.each(['GET', 'POST'])('goes forward and sends only published fields to a %s', async (method) => {
    const { responses, jobs, end } = await pollScenario(name, method)
    const order = ['initiated', 'processing', 'completed', 'failed']
    expect(jobs[0]).toMatchObject({
      second: 0,
      status: 'initiated',
      currentStep: 'create_client',
      stepsCompleted: [],
    })
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
    for (const { job, text } of responses) {
      // Only the envelope has a PAN.
      if (method === 'GET') expect(text).not.toMatch(/[A-Z]{5}[0-9]{4}[A-Z]/)
      const body = job ? (JSON.parse(text) as { data?: object }) : {}
      expect(published).toEqual(expect.arrayContaining(Object.keys(body.data ?? body)))
    }
  })

  it('is deeply frozen, and a copy by JSON or structuredClone is equal', () => {
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

describe('the end of a scenario', () => {
  it.each([
    ['happy', 30, 90],
    ['slow', 90, 240],
    ['flaky', 30, 90],
    ['regressing', 30, 90],
  ] as const)('%s completes after %i to %i s', async (name, from, until) => {
    const { last, end } = await pollScenario(name)
    expect(last).toMatchObject({ status: 'completed', stepsFailed: [], failure: null })
    expect(last.stepsCompleted).toEqual(itrScenarios[name].steps.map((step) => step.id))
    expect(end).toBeGreaterThanOrEqual(from)
    expect(end).toBeLessThanOrEqual(until)
  })

  it.each([
    'invalid_credentials',
    'account_locked',
    'second_factor_required',
    'no_itr_found',
    'portal_unavailable',
  ] as const)('%s fails with a text that is classified as this code', async (name) => {
    const { last } = await pollScenario(name)
    expect(last).toMatchObject({ status: 'failed', failure: name })
    expect(classifyItrFailure(last.errorMessage)).toBe(name)
    expect(last.stepsFailed).toHaveLength(1)
  })

  it('stuck never ends', async () => {
    const { getStatus, setElapsed } = simulateJob({ scenario: 'stuck' })
    setElapsed(100 * 86_400_000)
    expect(await getStatus()).toMatchObject({ status: 'processing', current_step: 'download_profile' })
  })
})

describe('scenario', () => {
  it('flaky sends one 5xx, one 429 and one garbage to a poll every 5 s, each between two jobs', async () => {
    const { responses } = await pollScenario('flaky')
    for (const offset of [0, 1, 2, 3, 4]) {
      const polls = responses
        .filter(({ second }) => second % 5 === offset && second < 60)
        .map(({ status, job }) => (job ? 'job' : status))
      expect(polls.filter((poll) => poll !== 'job')).toEqual([503, 429, 200])
      expect(polls.filter((poll, i) => poll !== 'job' && polls[i + 1] !== 'job')).toEqual([])
    }
  })

  it('regressing goes back in status, steps and time, but never after it has completed', async () => {
    const { jobs } = await pollScenario('regressing')
    const goesBack = (isBack: (before: ItrJob, job: ItrJob) => boolean) =>
      jobs.some((job, i) => i > 0 && isBack(jobs[i - 1]!, job))
    expect(goesBack((before, job) => before.status === 'processing' && job.status === 'initiated')).toBe(true)
    expect(goesBack((before, job) => !isSubset(before.stepsCompleted, job.stepsCompleted))).toBe(true)
    expect(goesBack((before, job) => job.updatedAt! < before.updatedAt!)).toBe(true)
    expect(jobs.slice(jobs.findIndex(isTerminal)).every((job) => job.status === 'completed')).toBe(true)
  })
})
