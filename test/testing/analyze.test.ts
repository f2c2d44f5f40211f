import { describe, expect, it } from 'vitest'
import { itrScenarios } from '../../src/testing/simulator/itrScenarios.ts'
import type { ItrSimulatorOptions } from '../../src/testing/simulator/types.ts'
import rejected from '../fixtures/enveloped-rejected.json' with { type: 'json' }
import { simulateJob } from './simulateJob.ts'

const PASSWORD = 'a-secret-of-the-person'
const login = { username: 'ABCDE1234F', password: PASSWORD }

/** Starts a job by /analyze. Returns its status after 4 minutes. */
async function getOutcome(body: object, options?: ItrSimulatorOptions) {
  const { analyze, getStatus, setElapsed } = simulateJob(options)
  const jobId = await analyze(body)
  setElapsed(240_000)
  return getStatus('POST', jobId)
}

describe('/analyze', () => {
  it.each([
    ['the happy scenario by default', login, {}, 'completed', ''],
    ["the simulator's scenario", login, { scenario: itrScenarios.no_itr_found }, 'failed', /no itr/i],
    [
      'the scenario of the password',
      { ...login, password: 'scenario:account_locked' },
      {},
      'failed',
      /locked/,
    ],
    [
      'the scenario of the password before its own',
      { ...login, password: 'scenario:happy' },
      { scenario: 'stuck' },
      'completed',
      '',
    ],
  ] as const)('plays %s', async (_, body, options, status, message) => {
    expect(await getOutcome(body, options)).toMatchObject({
      status,
      pan: 'ABCDE1234F',
      error_message: expect.stringMatching(message),
    })
  })

  it('plays a scenario that was set later', async () => {
    const { simulator, analyze, getStatus, setElapsed } = simulateJob()
    simulator.scenario = 'account_locked'
    expect(simulator.scenario).toBe('account_locked')
    const jobId = await analyze()
    setElapsed(60_000)
    expect(await getStatus('POST', jobId)).toMatchObject({ status: 'failed' })
  })

  it.each(['scenario:acount_locked', 'scenario:', 'scenario:toString'])(
    'lists the scenarios if the password %s names none',
    async (password) => {
      const response = await simulateJob().send('analyze', { ...login, password })
      expect(response.status).toBe(400)
      const { message } = (await response.json()) as { message: string }
      expect(message).toContain(Object.keys(itrScenarios).join(', '))
      expect(message).not.toContain(password)
    },
  )

  it.each([
    ['no PAN', { password: PASSWORD }],
    ['a PAN that is a number', { ...login, username: 1234 }],
    ['a malformed PAN', { ...login, username: 'ABCDE12345' }],
    ['text after the PAN', { ...login, username: 'ABCDE1234F ' }],
    ['no password', { username: 'ABCDE1234F' }],
    ['an empty password', { ...login, password: '' }],
    ['a password that is a number', { ...login, password: 1 }],
    ['a JSON string', '"ABCDE1234F"'],
    ['null', 'null'],
    ['a body that is not JSON', 'username=ABCDE1234F'],
  ])('responds with INVALID_INPUT to %s, and starts no job', async (_, body) => {
    const { simulator, send } = simulateJob()
    const response = await send('analyze', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ success: false, error_code: 'INVALID_INPUT' })
    expect(simulator.calls).toMatchObject([{ jobId: null, status: 400 }])
  })

  it('responds to a malformed PAN with the published body', async () => {
    const response = await simulateJob().send('analyze', { ...login, username: 'ABCD1234F' })
    expect(await response.json()).toEqual(rejected)
  })

  it('never keeps or returns the password', async () => {
    const { simulator, send } = simulateJob()
    const first = await send('analyze', login)
    const seen = [await first.clone().text(), JSON.stringify([...first.headers])]
    const { data } = (await first.json()) as { data: object }
    for (const endpoint of ['status', 'data']) seen.push(await (await send(endpoint, data)).text())
    seen.push(await (await send('analyze', { ...login, username: 'X' })).text())
    seen.push(JSON.stringify(simulator), JSON.stringify(simulator.calls))
    expect(seen.join()).not.toContain(PASSWORD)
  })
})
