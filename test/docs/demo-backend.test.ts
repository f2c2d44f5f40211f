import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createBackend } from '../../demo/server/createBackend.ts'
import { analyzeResponses } from './analyzeResponses.ts'
import { readJson } from './requests.ts'
import { startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  upstream = await startSimulator()
})
afterAll(() => upstream.stop())

const createApp = () => createBackend({ baseUrl: upstream.baseUrl, apiKey: 'key', apiSecret: 'secret' }, null)

const post = (app: ReturnType<typeof createApp>, path: string, fields: object, type = 'application/json') =>
  readJson(
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': type, Cookie: 'loan_session=asha' },
      body: JSON.stringify(fields),
    }),
  )

const start = (type?: string, app = createApp()) =>
  post(app, '/api/itr/start', { consent: true, pan: 'ABCDE1234F', password: 'any' }, type)

describe('POST /api/itr/start of the demo', () => {
  it.each([
    ['application/json', 201],
    ['application/json; charset=utf-8', 201],
    ['Application/JSON ;charset=utf-8', 201],
    ['text/plain; application/json', 415],
    ['application/jsonp', 415],
  ])('responds to the content type %s with %d', async (type, status) => {
    expect((await start(type)).status).toBe(status)
  })

  it.each(analyzeResponses)('maps the response of /analyze: %s', async (_, response, meaning) => {
    upstream.respond = response
    const logged = vi.spyOn(console, 'error').mockReturnValue(undefined)
    expect(await start()).toEqual(
      meaning === 'rejected'
        ? { status: 422, body: { error_code: 'start_refused' } }
        : { status: 503, body: { error_code: 'unavailable' } },
    )
    logged.mockRestore()
    upstream.respond = undefined
  })
})

describe('POST /api/applications of the demo', () => {
  it('accepts one of three applications that arrive at once with one handle', async () => {
    upstream.simulator.scenario = { steps: [], ending: { at: 0, status: 'completed' } }
    const app = createApp()
    const { handle } = (await start(undefined, app)).body
    const application = {
      itrVerification: handle,
      name: 'Asha Rao',
      amount: '100000',
      term: '24',
      employment: 'retired',
    }
    const responses = await Promise.all([1, 2, 3].map(() => post(app, '/api/applications', application)))
    const refused = { status: 422, body: { error_code: 'not_completed' } }
    expect(responses.sort((a, b) => a.status - b.status)).toEqual([
      { status: 201, body: { number: expect.stringMatching(/^PL-/) } },
      refused,
      refused,
    ])
  })
})
