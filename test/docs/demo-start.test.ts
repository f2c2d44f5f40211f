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

async function start(type = 'application/json') {
  const app = createBackend({ baseUrl: upstream.baseUrl, apiKey: 'key', apiSecret: 'secret' }, null)
  return readJson(
    app.request('/api/itr/start', {
      method: 'POST',
      headers: { 'Content-Type': type, Cookie: 'loan_session=asha' },
      body: JSON.stringify({ consent: true, pan: 'ABCDE1234F', password: 'any' }),
    }),
  )
}

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
