import { afterEach, describe, expect, it, vi } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrProxyFetch } from '../../src/testing/itrProxyFetch.ts'
import { createClock, PROXY_URL } from './asking.ts'

const question = (jobId: string, init?: RequestInit): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify({ job_id: jobId }),
  ...init,
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('itrProxyFetch answers', () => {
  it('as our proxy does: the public fields, the PAN masked, a reference', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    const jobId = simulator.start()
    clock.set(60_000)
    const response = await itrProxyFetch(simulator)(PROXY_URL, question(jobId))
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
      created_at: new Date(clock.start).toISOString(),
      updated_at: new Date(clock.start + 48_000).toISOString(),
      completed_at: new Date(clock.start + 48_000).toISOString(),
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
    })
  })

  it('with the failure code and without upstream text', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: 'account_locked' })
    const jobId = simulator.start()
    clock.set(60_000)
    const text = await (await itrProxyFetch(simulator)(PROXY_URL, question(jobId))).text()
    expect(JSON.parse(text)).toMatchObject({ status: 'failed', failure_code: 'account_locked' })
    expect(text).not.toContain('too many')
  })

  it.each([
    ['a string', (url: string, init: RequestInit) => [url, init]],
    ['a URL', (url: string, init: RequestInit) => [new URL(url), init]],
    ['a Request', (url: string, init: RequestInit) => [new Request(url, init)]],
    [
      'a Request and what differs',
      (url: string, init: RequestInit) => [new Request(url, { method: 'PUT' }), init],
    ],
  ])('%s', async (_, argumentsOf) => {
    const simulator = createItrSimulator()
    const jobId = simulator.start()
    const [input, init] = argumentsOf(PROXY_URL, question(jobId)) as Parameters<typeof fetch>
    expect(await (await itrProxyFetch(simulator)(input, init)).json()).toMatchObject({ job_id: jobId })
  })

  it('a relative URL, in a page and outside one', async () => {
    const simulator = createItrSimulator()
    const ask = itrProxyFetch(simulator)
    expect((await ask('/api/itr/status', question(simulator.start()))).status).toBe(200)
    vi.stubGlobal('location', new URL('https://bank.example/loan/apply'))
    expect((await ask('status', question(simulator.start()))).status).toBe(200)
    vi.stubGlobal('location', new URL('about:blank'))
    expect((await ask('/api/itr/status', question(simulator.start()))).status).toBe(200)
  })

  it('without keys, whether the simulator has some or not', async () => {
    for (const keys of [{}, { apiKey: 'a' }, { apiSecret: 'b' }, { apiKey: 'a', apiSecret: 'b' }]) {
      const simulator = createItrSimulator(keys)
      expect((await itrProxyFetch(simulator)(PROXY_URL, question(simulator.start()))).status).toBe(200)
    }
  })

  it('behind a simulator that the host has wrapped', async () => {
    const simulator = createItrSimulator()
    const wrapped = { ...simulator, fetch: vi.fn(simulator.fetch) }
    expect((await itrProxyFetch(wrapped)(PROXY_URL, question(simulator.start()))).status).toBe(200)
    expect(wrapped.fetch).toHaveBeenCalledTimes(1)
  })

  it('with a refusal of the proxy where the question is none', async () => {
    const simulator = createItrSimulator()
    const ask = itrProxyFetch(simulator)
    const statusOf = async (init: RequestInit) => (await ask(PROXY_URL, init)).status
    expect(await statusOf({ method: 'GET' })).toBe(405)
    expect(await statusOf(question('x', { headers: { 'Content-Type': 'text/plain' } }))).toBe(415)
    expect(await statusOf(question('x', { body: '{}' }))).toBe(400)
    expect(await statusOf(question('x', { body: 'x'.repeat(5000) }))).toBe(413)
    expect(simulator.calls).toEqual([])
    expect(await statusOf(question('itr_job_000000000000'))).toBe(404)
    expect(simulator.calls).toHaveLength(1)
  })

  it('with what the proxy makes of an upstream in trouble', async () => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now, scenario: 'flaky' })
    const ask = itrProxyFetch(simulator)
    const jobId = simulator.start()
    const met: unknown[] = []
    for (const elapsed of [10_000, 25_000, 36_000, 41_000]) {
      clock.set(elapsed)
      const response = await ask(PROXY_URL, question(jobId))
      const { error_code, status } = (await response.json()) as Record<string, unknown>
      met.push([response.status, error_code ?? status, response.headers.get('Retry-After')])
    }
    expect(met).toEqual([
      [502, 'upstream_unavailable', null],
      [429, 'rate_limited', '3'],
      [502, 'upstream_invalid', null],
      [200, 'processing', null],
    ])
  })
})

it('the simulator is asked each time, at the same moment and after a refusal too', async () => {
  const clock = createClock()
  const simulator = createItrSimulator({ now: clock.now, scenario: 'flaky' })
  const ask = itrProxyFetch(simulator)
  const jobId = simulator.start()
  await Promise.all([ask(PROXY_URL, question(jobId)), ask(PROXY_URL, question(jobId))])
  clock.set(25_000)
  expect((await ask(PROXY_URL, question(jobId))).status).toBe(429)
  clock.set(29_000)
  expect((await ask(PROXY_URL, question(jobId))).status).toBe(200)
  expect(simulator.calls.map(({ at, status }) => [at - clock.start, status])).toEqual([
    [0, 200],
    [0, 200],
    [25_000, 429],
    [29_000, 200],
  ])
})

describe('itrProxyFetch is left', () => {
  it('before it asks: it rejects as fetch does and asks nothing', async () => {
    const simulator = createItrSimulator()
    const aborted = itrProxyFetch(simulator)(
      PROXY_URL,
      question(simulator.start(), { signal: AbortSignal.abort() }),
    )
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
    expect(simulator.calls).toEqual([])
  })

  it.each(['init', 'Request'])('while it waits, by the signal of the %s', async (place) => {
    vi.useFakeTimers()
    const simulator = createItrSimulator({ latency: 1000 })
    const controller = new AbortController()
    const init = question(simulator.start(), { signal: controller.signal })
    const ask = itrProxyFetch(simulator)
    const answer = place === 'init' ? ask(PROXY_URL, init) : ask(new Request(PROXY_URL, init))
    const rejected = expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(simulator.calls).toHaveLength(1))
    controller.abort()
    await rejected
    await vi.advanceTimersByTimeAsync(1000)
  })

  it('for a reason, with the reason', async () => {
    const simulator = createItrSimulator()
    const reason = new Error('gone')
    const init = question(simulator.start(), { signal: AbortSignal.abort(reason) })
    await expect(itrProxyFetch(simulator)(PROXY_URL, init)).rejects.toBe(reason)
  })

  it('by nobody: it answers, and holds on to no signal', async () => {
    const simulator = createItrSimulator()
    const { signal } = new AbortController()
    const listened = vi.spyOn(signal, 'addEventListener')
    const left = vi.spyOn(signal, 'removeEventListener')
    expect((await itrProxyFetch(simulator)(PROXY_URL, question(simulator.start(), { signal }))).status).toBe(
      200,
    )
    expect(left).toHaveBeenCalledTimes(listened.mock.calls.length)
  })
})

it('rejects what fetch rejects', async () => {
  const simulator = createItrSimulator()
  const ask = itrProxyFetch(simulator)
  await expect(ask(PROXY_URL, { method: 'GET', body: '{}' })).rejects.toThrow(TypeError)
  await expect(ask('http://')).rejects.toThrow(TypeError)
})

describe('under fake timers', () => {
  it('itrProxyFetch answers at the moment that stands, and leaves no timer behind', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
    const simulator = createItrSimulator()
    const ask = itrProxyFetch(simulator)
    const jobId = simulator.start()
    const statuses: unknown[] = []
    for (const elapsed of [0, 20_000, 47_999, 48_000]) {
      vi.setSystemTime(Date.UTC(2026, 0, 1) + elapsed)
      const response = await ask('/api/itr/status', question(jobId))
      statuses.push(((await response.json()) as { status: string }).status)
    }
    expect(statuses).toEqual(['initiated', 'processing', 'processing', 'completed'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('its latency is that of the fake clock', async () => {
    vi.useFakeTimers()
    const simulator = createItrSimulator({ latency: 8000 })
    const answered = vi.fn()
    void itrProxyFetch(simulator)(PROXY_URL, question(simulator.start())).then(answered)
    await vi.waitFor(() => expect(simulator.calls).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(7000)
    expect(answered).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1000)
    expect(answered).toHaveBeenCalledWith(expect.objectContaining({ status: 200 }))
  })
})

it('takes no time but the simulator’s own, so that a fake clock is all a test needs', async () => {
  vi.useFakeTimers()
  const simulator = createItrSimulator({ latency: 300 })
  const answered = vi.fn()
  const asked = itrProxyFetch(simulator)(PROXY_URL, question(simulator.start())).then(answered)
  await vi.advanceTimersByTimeAsync(299)
  expect(answered).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(answered).toHaveBeenCalledTimes(1)
  await asked
})
