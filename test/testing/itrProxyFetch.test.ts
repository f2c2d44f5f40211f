import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrProxyFetch } from '../../src/testing/itrProxyFetch.ts'
import { PROXY_URL, simulateJob } from './simulateJob.ts'

const toInit = (jobId: string, init?: RequestInit): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify({ job_id: jobId }),
  ...init,
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('responses of itrProxyFetch', () => {
  it('have the public fields, with a masked PAN and a reference', async () => {
    const { simulator, jobId, startedAt, setElapsed } = simulateJob()
    setElapsed(60_000)
    const response = await itrProxyFetch(simulator)(PROXY_URL, toInit(jobId))
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toEqual({
      job_id: jobId,
      status: 'completed',
      current_step: null,
      steps_completed: ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais'],
      steps_failed: [],
      failure_code: null,
      pan: 'ABCDE****F',
      created_at: new Date(startedAt).toISOString(),
      updated_at: new Date(startedAt + 48_000).toISOString(),
      completed_at: new Date(startedAt + 48_000).toISOString(),
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
    })
  })

  it.each<[string, (init: RequestInit) => Parameters<typeof fetch>]>([
    ['a string', (init) => [PROXY_URL, init]],
    ['a URL', (init) => [new URL(PROXY_URL), init]],
    ['a Request', (init) => [new Request(PROXY_URL, init)]],
    ['a Request and an init', (init) => [new Request(PROXY_URL, { method: 'PUT' }), init]],
  ])('come for %s', async (_, toArguments) => {
    const { simulator, jobId } = simulateJob()
    const response = await itrProxyFetch(simulator)(...toArguments(toInit(jobId)))
    expect(await response.json()).toMatchObject({ job_id: jobId })
  })

  it.each([undefined, 'https://bank.example/loan/apply', 'about:blank'])(
    'come for a relative URL on the page %s',
    async (page) => {
      vi.stubGlobal('location', page && new URL(page))
      const { simulator, jobId } = simulateJob()
      expect((await itrProxyFetch(simulator)('/api/itr/status', toInit(jobId))).status).toBe(200)
    },
  )

  it.each([{ apiKey: 'a' }, { apiSecret: 'b' }, { apiKey: 'a', apiSecret: 'b' }])(
    'come from the fetch of a wrapped simulator, also if it has the keys %j',
    async (keys) => {
      const { simulator, jobId } = simulateJob(keys)
      const wrapped = { ...simulator, fetch: vi.fn(simulator.fetch) }
      expect((await itrProxyFetch(wrapped)(PROXY_URL, toInit(jobId))).status).toBe(200)
      expect(wrapped.fetch).toHaveBeenCalledTimes(1)
    },
  )

  it('each come from the simulator, also at the same moment and after an error', async () => {
    const { simulator, jobId, startedAt, setElapsed } = simulateJob({ scenario: 'flaky' })
    const poll = async () => {
      const response = await itrProxyFetch(simulator)(PROXY_URL, toInit(jobId))
      const { error_code, status } = (await response.json()) as Record<string, unknown>
      return [response.status, error_code ?? status, response.headers.get('Retry-After')]
    }
    await Promise.all([poll(), poll()])
    const responses: unknown[] = []
    for (const elapsed of [10_000, 25_000, 36_000, 41_000]) {
      setElapsed(elapsed)
      responses.push(await poll())
    }
    expect(responses).toEqual([
      [502, 'upstream_unavailable', null],
      [429, 'rate_limited', '3'],
      [502, 'upstream_invalid', null],
      [200, 'processing', null],
    ])
    const seconds = simulator.calls.map(({ at }) => (at - startedAt) / 1000)
    expect(seconds).toEqual([0, 0, 10, 25, 36, 41])
  })

  it('come after the latency, and leave no timer', async () => {
    const { simulator, jobId } = simulateJob({ latency: 300 })
    const onResponse = vi.fn()
    void itrProxyFetch(simulator)(PROXY_URL, toInit(jobId)).then(onResponse)
    await vi.advanceTimersByTimeAsync(299)
    expect(onResponse).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(onResponse).toHaveBeenCalledWith(expect.objectContaining({ status: 200 }))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('itrProxyFetch', () => {
  const reason = new Error('gone')

  it.each([
    ['AbortError', undefined, expect.objectContaining({ name: 'AbortError' })],
    ['the given reason', reason, reason],
  ])('rejects with %s, before a request, if the signal is already aborted', async (_, given, expected) => {
    const { simulator, jobId } = simulateJob()
    const init = toInit(jobId, { signal: AbortSignal.abort(given) })
    await expect(itrProxyFetch(simulator)(PROXY_URL, init)).rejects.toEqual(expected)
    expect(simulator.calls).toEqual([])
  })

  it.each<[string, (init: RequestInit) => Parameters<typeof fetch>]>([
    ['init', (init) => [PROXY_URL, init]],
    ['Request', (init) => [new Request(PROXY_URL, init)]],
  ])('rejects during a request if the signal of the %s aborts', async (_, toArguments) => {
    const { simulator, jobId } = simulateJob({ latency: 1000 })
    const controller = new AbortController()
    const response = itrProxyFetch(simulator)(...toArguments(toInit(jobId, { signal: controller.signal })))
    const rejected = expect(response).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(simulator.calls).toHaveLength(1))
    controller.abort()
    await rejected
  })

  it.each<Parameters<typeof fetch>>([[PROXY_URL, { method: 'GET', body: '{}' }], ['http://']])(
    'rejects invalid arguments with a TypeError, like fetch: %s %j',
    async (...args) => {
      await expect(itrProxyFetch(simulateJob().simulator)(...args)).rejects.toThrow(TypeError)
    },
  )

  it.each(['Headers', 'Request', 'Response', 'TextDecoder', 'TextEncoder'])(
    'rejects an environment without %s, before the hook can call it',
    (name) => {
      const { simulator } = simulateJob()
      vi.stubGlobal(name, undefined)
      expect(() => itrProxyFetch(simulator)).toThrow(
        `itr-progress: The test environment lacks ${name}. Expected`,
      )
    },
  )

  it('rejects a Response without a stream, as of whatwg-fetch', () => {
    const { simulator } = simulateJob()
    vi.stubGlobal('Response', Object)
    expect(() => itrProxyFetch(simulator)).toThrow('The test environment lacks Response.body. Expected')
  })
})
