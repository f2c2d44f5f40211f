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

const post = (
  app: ReturnType<typeof createApp>,
  path: string,
  fields: object,
  { type = 'application/json', session = 'asha' } = {},
) =>
  readJson(
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': type, Cookie: `loan_session=${session}` },
      body: JSON.stringify(fields),
    }),
  )

const start = (type?: string, app = createApp()) =>
  post(app, '/api/itr/start', { consent: true, pan: 'ABCDE1234F', password: 'any' }, { type })

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
  const startWith = async (app: ReturnType<typeof createApp>, status: 'completed' | 'failed' | null) => {
    upstream.simulator.scenario = { steps: [], ending: status && { at: 0, status } }
    return (await start(undefined, app)).body.handle
  }
  const apply = (app: ReturnType<typeof createApp>, itrVerification: unknown, session?: string) => {
    const details = { name: 'Asha Rao', amount: '100000', term: '24', employment: 'retired' }
    return post(app, '/api/applications', { ...details, itrVerification }, { session })
  }
  const refused = { status: 422, body: { error_code: 'not_completed' } }

  it('accepts one of three applications that arrive at once with one handle', async () => {
    const app = createApp()
    const handle = await startWith(app, 'completed')
    const responses = await Promise.all([1, 2, 3].map(() => apply(app, handle)))
    expect(responses.sort((a, b) => a.status - b.status)).toEqual([
      { status: 201, body: { number: expect.stringMatching(/^PL-/) } },
      refused,
      refused,
    ])
  })

  it('returns the number again if the page has lost the response, to the same session only', async () => {
    const app = createApp()
    const handle = await startWith(app, 'completed')
    const accepted = await apply(app, handle)
    expect(accepted.status).toBe(201)
    expect(await apply(app, handle)).toEqual(accepted)
    expect(await apply(app, handle, 'ravi')).toEqual(refused)
  })

  it.each([
    ['failed', 'failed'],
    ['live', null],
  ] as const)('refuses a %s job', async (_, ending) => {
    const app = createApp()
    expect(await apply(app, await startWith(app, ending))).toEqual(refused)
  })

  it("refuses an application without a handle, and one with another session's handle", async () => {
    const app = createApp()
    const handle = await startWith(app, 'completed')
    expect(await apply(app, null)).toEqual(refused)
    expect(await apply(app, '')).toEqual(refused)
    expect(await apply(app, handle, 'ravi')).toEqual(refused)
    expect(await apply(app, handle)).toMatchObject({ status: 201 })
  })
})
