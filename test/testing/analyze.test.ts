import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrScenarios, type ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import { ask, createClock, envelopedStatus } from './asking.ts'

const PASSWORD = 'a-secret-of-the-person'
const login = { username: 'ABCDE1234F', password: PASSWORD }

/** The whole life of a job that `/analyze` begins, up to its last word. */
async function outcomeOf(body: object, scenario?: ItrScenario) {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now, scenario })
  const { data } = (await (await ask(simulator, 'analyze', body)).json()) as { data: { job_id: string } }
  clock.set(240_000)
  return envelopedStatus(simulator, data.job_id)
}

describe('/analyze', () => {
  it('begins a happy job, if nothing else is said', async () => {
    expect(await outcomeOf(login)).toMatchObject({ status: 'completed', pan: 'ABCDE1234F' })
  })

  it('takes a PAN in lower case', async () => {
    expect(await outcomeOf({ ...login, username: 'abcde1234f' })).toMatchObject({ pan: 'ABCDE1234F' })
  })

  it('plays the scenario that the simulator was made with, or a job it was set to since', async () => {
    expect(await outcomeOf(login, itrScenarios.no_itr_found)).toMatchObject({
      error_message: expect.stringMatching(/no itr/i),
    })
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    simulator.scenario = 'account_locked'
    expect(simulator.scenario).toBe('account_locked')
    const { data } = (await (await ask(simulator, 'analyze', login)).json()) as { data: { job_id: string } }
    clock.set(60_000)
    expect(await envelopedStatus(simulator, data.job_id)).toMatchObject({ status: 'failed' })
  })

  it('lets the password choose the outcome', async () => {
    expect(await outcomeOf({ ...login, password: 'scenario:account_locked' })).toMatchObject({
      status: 'failed',
      error_message: expect.stringMatching(/locked/),
    })
    expect(await outcomeOf({ ...login, password: 'scenario:happy' }, itrScenarios.stuck)).toMatchObject({
      status: 'completed',
    })
  })

  it.each(['scenario:acount_locked', 'scenario:', 'scenario:toString'])(
    'refuses the password %s, which names no scenario, and lists those there are',
    async (password) => {
      const response = await ask(createItrSimulator(), 'analyze', { ...login, password })
      expect(response.status).toBe(400)
      const { message } = (await response.json()) as { message: string }
      expect(message).toContain(Object.keys(itrScenarios).join(', '))
      expect(message).not.toContain(password)
    },
  )

  it.each([
    ['no PAN', { password: PASSWORD }],
    ['a PAN that is no text', { ...login, username: 1234 }],
    ['a malformed PAN', { ...login, username: 'ABCDE12345' }],
    ['a PAN and more', { ...login, username: 'ABCDE1234F ' }],
    ['no password', { username: 'ABCDE1234F' }],
    ['an empty password', { ...login, password: '' }],
    ['a password that is no text', { ...login, password: 1 }],
    ['no object', '"ABCDE1234F"'],
    ['null', 'null'],
    ['no JSON', 'username=ABCDE1234F'],
  ])('refuses %s as INVALID_INPUT and begins nothing', async (_, body) => {
    const simulator = createItrSimulator()
    const response = await ask(simulator, 'analyze', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ success: false, error_code: 'INVALID_INPUT' })
    expect(simulator.calls).toMatchObject([{ jobId: null, status: 400 }])
  })

  it('keeps and tells no password', async () => {
    const told: string[] = []
    const simulator = createItrSimulator()
    const first = await ask(simulator, 'analyze', login)
    told.push(await first.clone().text(), JSON.stringify([...first.headers]))
    const { data } = (await first.json()) as { data: { job_id: string } }
    for (const endpoint of ['status', 'data']) told.push(await (await ask(simulator, endpoint, data)).text())
    told.push(await (await ask(simulator, 'analyze', { username: 'X', password: PASSWORD })).text())
    told.push(JSON.stringify(simulator), JSON.stringify(simulator.calls))
    expect(told.join()).not.toContain(PASSWORD)
  })
})
