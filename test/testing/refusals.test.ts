import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { ask, BASE_URL, KEYS } from './asking.ts'

describe('the keys', () => {
  const both = { apiKey: 'key', apiSecret: 'secret' }
  it.each([
    ['both right', both, KEYS, 200],
    ['both right, but for spaces that no header keeps', { apiKey: ' key', apiSecret: 'secret\n' }, KEYS, 200],
    ['a wrong key', both, { ...KEYS, 'X-API-KEY': 'kex' }, 401],
    ['a wrong secret', both, { ...KEYS, 'X-API-SECRET': 'secre' }, 401],
    ['none', both, {}, 401],
    ['any pair, where none was given', {}, { 'X-API-KEY': 'a', 'X-API-SECRET': 'b' }, 200],
    ['an empty secret, where none was given', {}, { 'X-API-KEY': 'a', 'X-API-SECRET': '' }, 401],
    ['no key, where none was given', {}, { 'X-API-SECRET': 'b' }, 401],
    ['the right key and any secret, where only the key was given', { apiKey: 'key' }, KEYS, 200],
    ['a wrong key and any secret, where only the key was given', { apiKey: 'other' }, KEYS, 401],
  ])('%s', async (_, options, headers, status) => {
    const simulator = createItrSimulator(options)
    for (const [endpoint, body] of [
      ['status', { job_id: simulator.start() }],
      ['analyze', { username: 'ABCDE1234F', password: 'pw' }],
    ] as const) {
      const response = await ask(simulator, endpoint, body, { headers })
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ success: status === 200 })
    }
  })
})

describe('a path', () => {
  it.each([
    'http://127.0.0.1:4010/itr-analyzer/status',
    'https://api.finpass.ai/api/v1/itr-analyzer/status',
    'https://gateway.example/some/where/itr-analyzer/status?trace=1',
    '/itr-analyzer/status',
  ])('is known behind any host and base path: %s', async (url) => {
    const simulator = createItrSimulator()
    expect((await ask(simulator, '', { job_id: simulator.start() }, { url })).status).toBe(200)
  })

  it.each([
    '/',
    '/itr-analyzer',
    '/itr-analyzer/',
    '/itr-analyzer/other',
    '/itr-analyzer/status/x',
    '/x-itr-analyzer/status',
    '/status',
  ])('that is not the ITR Analyzer is a 404: %s', async (path) => {
    const simulator = createItrSimulator()
    const response = await ask(simulator, '', { job_id: simulator.start() }, { url: BASE_URL + path })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ success: false })
  })
})

it.each([
  ['GET', 'analyze', 'POST'],
  ['PUT', 'status', 'POST, GET'],
  ['DELETE', 'data', 'POST, GET'],
])('%s is not for /%s', async (method, endpoint, allow) => {
  const response = await ask(createItrSimulator(), endpoint, {}, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe(allow)
  expect(await response.json()).toMatchObject({ success: false })
})

describe.each(['status', 'data'])('/%s', (endpoint) => {
  it('does not know a job that was never begun', async () => {
    const response = await ask(createItrSimulator(), endpoint, { job_id: 'itr_job_000000000000' })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ success: false })
  })

  it.each([['{}'], ['{"job_id":""}'], ['{"job_id":7}'], ['null'], ['[]'], ['job_id'], ['']])(
    'refuses the body %s',
    async (body) => {
      const response = await ask(createItrSimulator(), endpoint, body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ success: false, error_code: 'INVALID_INPUT' })
    },
  )
})
