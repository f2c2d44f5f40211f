import { describe, expect, it } from 'vitest'
import { createItrStatusProxy } from '../../src/proxy/index.ts'
import { BASE_URL, KEYS, PROXY_URL, simulateJob } from './simulateJob.ts'

describe('simulator: keys', () => {
  const both = { apiKey: 'key', apiSecret: 'secret' }
  it.each([
    ['both correct', both, KEYS, 200],
    ['both correct, options with spaces', { apiKey: ' key', apiSecret: 'secret\n' }, KEYS, 200],
    ['wrong key', both, { ...KEYS, 'X-API-KEY': 'kex' }, 401],
    ['wrong secret', both, { ...KEYS, 'X-API-SECRET': 'secre' }, 401],
    ['no keys', both, {}, 401],
    ['no options, any pair', {}, { 'X-API-KEY': 'a', 'X-API-SECRET': 'b' }, 200],
    ['no options, empty secret', {}, { 'X-API-KEY': 'a', 'X-API-SECRET': '' }, 401],
    ['no options, no key', {}, { 'X-API-SECRET': 'b' }, 401],
    ['only apiKey given, correct key', { apiKey: 'key' }, KEYS, 200],
    ['only apiKey given, wrong key', { apiKey: 'other' }, KEYS, 401],
  ])('are checked: %s', async (_, options, headers, status) => {
    const { jobId, send } = simulateJob(options)
    for (const [endpoint, body] of [
      ['status', { job_id: jobId }],
      ['analyze', { username: 'ABCDE1234F', password: 'pw' }],
    ] as const) {
      const response = await send(endpoint, body, { headers })
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ success: status === 200 })
    }
  })
})

describe('paths and methods', () => {
  it.each([
    'http://127.0.0.1:4010/itr-analyzer/status',
    'https://api.finpass.ai/api/v1/itr-analyzer/status',
    'https://gateway.example/some/where/itr-analyzer/status?trace=1',
    '/itr-analyzer/status',
  ])('accepts any host and base path: %s', async (url) => {
    expect((await simulateJob().send('', undefined, { url })).status).toBe(200)
  })

  it.each([
    '/',
    '/itr-analyzer',
    '/itr-analyzer/',
    '/itr-analyzer/other',
    '/itr-analyzer/status/x',
    '/x-itr-analyzer/status',
    '/status',
  ])('responds with 404 to another path: %s', async (path) => {
    const response = await simulateJob().send('', undefined, { url: BASE_URL + path })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ success: false })
  })

  it.each([
    ['GET', 'analyze', 'POST'],
    ['PUT', 'status', 'POST, GET'],
    ['DELETE', 'data', 'POST, GET'],
  ])('responds with 405 to %s /%s', async (method, endpoint, allow) => {
    const response = await simulateJob().send(endpoint, {}, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allow)
    expect(await response.json()).toMatchObject({ success: false })
  })
})

describe.each(['status', 'data'])('job ids in requests to /%s', (endpoint) => {
  it('responds with 404 to an unknown job', async () => {
    const response = await simulateJob().send(endpoint, { job_id: 'itr_job_000000000000' })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ success: false })
  })

  it.each(['{}', '{"job_id":""}', '{"job_id":7}', 'null', '[]', 'job_id', ''])(
    'responds with INVALID_INPUT to the body %j',
    async (body) => {
      const response = await simulateJob().send(endpoint, body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ success: false, error_code: 'INVALID_INPUT' })
    },
  )
})

describe('/data', () => {
  it.each(['POST', 'GET'])('returns consistent tax returns of a completed job to a %s', async (method) => {
    const { simulator, send, setElapsed } = simulateJob()
    const job_id = simulator.start('happy', { pan: 'pqrst5678u' })
    setElapsed(90_000)
    const response = await send('data', { job_id }, { method })
    const { data, ...envelope } = (await response.json()) as {
      data: { itr_records: Record<string, number>[] }
    }
    expect(envelope).toEqual({ success: true, message: expect.any(String) })
    expect(data).toMatchObject({
      job_id,
      pan: 'PQRST5678U',
      name: expect.any(String),
      filing_status: expect.any(String),
    })
    expect(data.itr_records.length).toBeGreaterThan(0)
    for (const record of data.itr_records) {
      expect(record).toEqual({
        assessment_year: expect.stringMatching(/^20\d\d-\d\d$/),
        itr_type: 'ITR-1',
        filing_date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
        acknowledgement_number: expect.stringMatching(/^\d{15}$/),
        gross_total_income: expect.any(Number),
        total_deductions: expect.any(Number),
        net_taxable_income: record.gross_total_income! - record.total_deductions!,
        tax_payable: expect.any(Number),
        tds_amount: expect.any(Number),
      })
    }
  })

  it.each([
    ['running', 'happy', 20_000],
    ['failed', 'no_itr_found', 90_000],
  ] as const)('responds with 409 to a %s job', async (_, scenario, elapsed) => {
    const { send, setElapsed } = simulateJob({ scenario })
    setElapsed(elapsed)
    const response = await send('data')
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ success: false })
  })
})

describe('fetch, upstream, calls and reset', () => {
  it('fetch is bound, and reads only method, url, headers and text() of a Request', async () => {
    const { simulator, jobId } = simulateJob()
    const { fetch } = simulator
    const read = new Set<PropertyKey>()
    const request = new Request('https://api.finpass.ai/itr-analyzer/status', {
      method: 'POST',
      headers: KEYS,
      body: JSON.stringify({ job_id: jobId }),
    })
    const watched = new Proxy(request, {
      get(target, key) {
        read.add(key)
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    expect((await fetch(watched)).status).toBe(200)
    expect([...read].sort()).toEqual(['headers', 'method', 'text', 'url'])
  })

  it.each([
    ['key', 200],
    ['wrong', 502],
  ])('upstream connects a proxy with the key %s: %i', async (apiKey, status) => {
    const { simulator, jobId } = simulateJob({ apiKey: 'key', apiSecret: 'secret' })
    const { upstream } = simulator
    const proxy = createItrStatusProxy({ apiKey, apiSecret: 'secret', resolveJob: () => jobId, upstream })
    const response = await proxy(
      new Request(PROXY_URL, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: new URL(PROXY_URL).origin },
        body: JSON.stringify({ job_id: 'handle' }),
      }),
    )
    expect(response.status).toBe(status)
    expect(simulator.calls).toMatchObject([{ method: 'POST', path: '/api/v1/itr-analyzer/status' }])
  })

  it('calls has method, path, job, time and status of each request', async () => {
    const { simulator, startedAt, analyze, send, setElapsed } = simulateJob()
    const jobId = await analyze()
    const body = { job_id: jobId }
    setElapsed(5_000)
    await send('status', body, { method: 'GET', url: 'http://localhost/itr-analyzer/status?a=b' })
    await send('data', body)
    setElapsed(6_000)
    await send('status', { job_id: 'nobody' })
    await send('status', body, { headers: {} })
    await send('nothing', body)

    const [at5, at6] = [startedAt + 5_000, startedAt + 6_000]
    expect(simulator.calls).toEqual([
      { method: 'POST', path: '/api/v1/itr-analyzer/analyze', jobId, at: startedAt, status: 200 },
      { method: 'GET', path: '/itr-analyzer/status', jobId, at: at5, status: 200 },
      { method: 'POST', path: '/api/v1/itr-analyzer/data', jobId, at: at5, status: 409 },
      { method: 'POST', path: '/api/v1/itr-analyzer/status', jobId: 'nobody', at: at6, status: 404 },
      { method: 'POST', path: '/api/v1/itr-analyzer/status', jobId: null, at: at6, status: 401 },
      { method: 'POST', path: '/api/v1/itr-analyzer/nothing', jobId: null, at: at6, status: 404 },
    ])
  })

  it('reset removes jobs and calls, and never reuses an id', async () => {
    const { simulator, jobId, send } = simulateJob({ scenario: 'slow' })
    const { calls } = simulator
    await send('status')
    simulator.reset()
    expect(calls).toEqual([])
    expect(simulator.calls).toBe(calls)
    expect(simulator.scenario).toBe('slow')
    expect(simulator.start()).not.toBe(jobId)
    expect((await send('status')).status).toBe(404)
  })
})
