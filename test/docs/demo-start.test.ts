import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createBackend } from '../../demo/server/createBackend.ts'
import { analyzeAnswers } from './analyzeAnswers.ts'
import { said } from './asking.ts'
import { startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  upstream = await startSimulator()
})
afterAll(() => upstream.stop())

async function start(type: string) {
  const app = createBackend({ baseUrl: upstream.baseUrl, apiKey: 'key', apiSecret: 'secret' }, null)
  return said(
    app.request('/api/itr/start', {
      method: 'POST',
      headers: { 'Content-Type': type, Cookie: 'loan_session=asha' },
      body: JSON.stringify({ consent: true, pan: 'ABCDE1234F', password: 'any' }),
    }),
  )
}

describe('the backend of the demo', () => {
  it.each([
    ['application/json', 201],
    ['application/json; charset=utf-8', 201],
    ['Application/JSON ;charset=utf-8', 201],
    ['text/plain; application/json', 415],
    ['application/jsonp', 415],
  ])('begins a verification by JSON alone: %s is a %d', async (type, status) => {
    expect((await start(type)).status).toBe(status)
  })

  it.each(analyzeAnswers)('takes %s from /analyze for what it is', async (_, answer, meaning) => {
    upstream.answer = answer
    const spoken = vi.spyOn(console, 'error').mockReturnValue(undefined)
    expect(await start('application/json')).toEqual(
      meaning === 'refused'
        ? { status: 422, body: { error_code: 'start_refused' } }
        : { status: 503, body: { error_code: 'unavailable' } },
    )
    spoken.mockRestore()
    upstream.answer = undefined
  })
})
