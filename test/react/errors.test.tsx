import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrStatusError } from '../../src/index.ts'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  JOB,
  setNetwork,
  showPage,
  tick,
  URL,
  useFakePage,
  watchJob,
  type Answer,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

const breaksOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"job_id":'))
        controller.error(new TypeError('terminated'))
      },
    }),
  )

describe.each<[string, Answer, object]>([
  ['a network failure', new TypeError('Failed to fetch'), { code: 'network', status: null }],
  ['a body that breaks off', breaksOff, { code: 'network', status: null }],
  ...[408, 425, 429, 500, 502, 503, 504, 599].map((status): [string, Answer, object] => [
    `a ${status}`,
    httpError(status),
    { code: 'http', status },
  ]),
])('%s is transient', (_, says, error) => {
  it('shows reconnecting, backs off and goes on', async () => {
    const proxy = createProxy(says)
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(400)
    expect(watcher.itr).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      isPolling: true,
      error,
    })
    expect(watcher.itr.error).toBeInstanceOf(ItrStatusError)
    expect(watcher.itr.error).toMatchObject({ name: 'ItrStatusError', kind: 'transient', retryAfter: null })
    await tick(40_000)
    expect(proxy.waits.slice(0, 3)).toEqual([5_000, 10_000, 10_000])
    proxy.says = answer()
    await tick(11_000)
    expect(watcher.itr).toMatchObject({ phase: 'processing', connection: 'ok', error: null })
  })
})

it('backs off by doubling, at most interval.max', async () => {
  const proxy = createProxy(httpError(500))
  watchJob({ fetch: proxy.fetch, interval: { min: 1_000, max: 20_000 } })
  await tick(90_000)
  expect(proxy.waits.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000])
})

describe.each([
  [
    'HTML',
    () => new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } }),
    'invalid_answer',
    null,
  ],
  ['204', () => new Response(null, { status: 204 }), 'invalid_answer', null],
  ['another JSON', { hello: 'world' }, 'invalid_answer', null],
  ['success: false', { success: false, message: 'No', error_code: 'X' }, 'refused', null],
  ['502 upstream_refused', httpError(502, {}, { error_code: 'upstream_refused' }), 'http', 502],
  ['502 upstream_invalid', httpError(502, {}, { error_code: 'upstream_invalid' }), 'http', 502],
  ['a redirect that was not followed', httpError(302), 'http', 302],
])('%s is doubtful', (_, says, code, status) => {
  it('is an error at the third in a row, and shows like a transient one until then', async () => {
    const proxy = createProxy(says)
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(watcher.itr).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      error: { code, status, kind: 'doubtful' },
    })
    await tick(10_000)
    expect(watcher.itr).toMatchObject({ phase: 'error', connection: 'ok', isPolling: false, error: { code } })
    await tick(600_000)
    expect(proxy.calls).toHaveLength(3)
  })
})

it.each([
  ['an answer', answer()],
  ['a failure of another kind', httpError(503)],
])('%s starts the count of doubtful ones anew', async (_, other) => {
  const proxy = createProxy({ hello: 'world' })
  const watcher = watchJob({ fetch: proxy.fetch, interval: { min: 1_000, max: 1_000 } })
  await tick(2_000)
  proxy.says = other
  await tick(1_000)
  proxy.says = { hello: 'world' }
  await tick(2_500)
  expect(proxy.calls).toHaveLength(5)
  expect(watcher.itr.phase).not.toBe('error')
  await tick(1_500)
  expect(watcher.itr.phase).toBe('error')
})

describe.each([400, 401, 403, 404, 405, 410, 413, 415, 422, 451])('a %i is permanent', (status) => {
  it('is an error at once, also when a job is known', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    proxy.says = httpError(status)
    await tick(10_000)
    expect(watcher.itr).toMatchObject({
      phase: 'error',
      connection: 'ok',
      isPolling: false,
      job: { jobId: JOB },
      error: { kind: 'permanent', code: 'http', status },
    })
    await showPage(false)
    await tick(20_000)
    await showPage(true)
    await setNetwork(false)
    await setNetwork(true)
    await tick(600_000)
    expect(proxy.calls).toHaveLength(2)
  })
})

it('an error is met again by a watcher that mounts later: one check, if interval.min has passed', async () => {
  const proxy = createProxy(httpError(404))
  const client = createClient()
  watchJob({ fetch: proxy.fetch }, { client })
  await tick(1_000)
  const early = watchJob({ fetch: proxy.fetch }, { client })
  await tick(10_000)
  expect(early.itr.phase).toBe('error')
  expect(proxy.calls).toHaveLength(1)
  proxy.says = answer()
  const late = watchJob({ fetch: proxy.fetch }, { client })
  await tick(400)
  expect(proxy.calls).toHaveLength(2)
  expect([early.itr.phase, late.itr.phase]).toEqual(['processing', 'processing'])
})

describe('Retry-After', () => {
  it.each([
    ['seconds', () => '20', 20_000],
    ['a date', () => new Date(Date.now() + 20_000).toUTCString(), 20_000],
    ['more than 60 s', () => '3600', 60_000],
    ['a date in the past', () => new Date(Date.now() - 60_000).toUTCString(), 5_000],
    ['less than our own wait', () => '1', 5_000],
    ['what is neither', () => 'soon', 5_000],
    ['a negative number', () => '-5', 5_000],
    ['a fraction', () => '2.5', 5_000],
  ])('%s', async (_, header, wait) => {
    const proxy = createProxy(() => new Response('', { status: 429, headers: { 'Retry-After': header() } }))
    watchJob({ fetch: proxy.fetch })
    await tick(62_000)
    // An HTTP date has whole seconds.
    expect(Math.abs(proxy.waits[0]! - wait)).toBeLessThan(1_000)
  })

  it('is obeyed through focus, reconnection, a host’s own refetch and new watchers', async () => {
    const proxy = createProxy()
    const client = createClient()
    watchJob({ fetch: proxy.fetch }, { client })
    await tick(1_000)
    proxy.says = httpError(429, { 'Retry-After': '50' })
    await tick(10_000)
    expect(proxy.calls).toHaveLength(2)
    for (let i = 0; i < 4; i++) {
      await tick(9_000)
      await showPage(false)
      await showPage(true)
      await setNetwork(false)
      await setNetwork(true)
      await act(async () => void client.invalidateQueries())
      watchJob({ fetch: proxy.fetch }, { client })
    }
    expect(proxy.calls).toHaveLength(2)
    await tick(20_000)
    expect(proxy.calls.length).toBeGreaterThan(2)
    expect(proxy.waits[1]).toBeGreaterThanOrEqual(50_000)
    expect(proxy.waits[1]).toBeLessThan(50_100)
  })

  it('is forgotten with the next answer', async () => {
    const proxy = createProxy(httpError(503, { 'Retry-After': '30' }))
    watchJob({ fetch: proxy.fetch, interval: { min: 5_000, max: 5_000 } })
    await tick(1_000)
    proxy.says = answer()
    await tick(45_000)
    expect(proxy.waits).toEqual([30_000, 5_000, 5_000])
  })
})

describe('a request', () => {
  it('that hangs ends after requestTimeout, even if fetch ignores its signal', async () => {
    const fetch = vi.fn(() => new Promise<Response>(() => {}))
    const watcher = watchJob({ fetch, requestTimeout: 4_000 })
    await tick(4_100)
    expect(watcher.itr).toMatchObject({
      connection: 'reconnecting',
      error: { code: 'timeout', kind: 'transient' },
    })
    await tick(5_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('whose body hangs ends too', async () => {
    const proxy = createProxy(() => new Response(new ReadableStream()))
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(14_900)
    expect(watcher.itr.error).toBeNull()
    await tick(200)
    expect(watcher.itr.error).toMatchObject({ code: 'timeout' })
    await tick(5_000)
    expect(proxy.calls).toHaveLength(2)
  })

  it('is aborted by unmount, by another jobId and by requestTimeout', async () => {
    const signals: AbortSignal[] = []
    const fetch = vi.fn((_: unknown, init?: RequestInit) => {
      signals.push(init!.signal!)
      return new Promise<Response>(() => {})
    })
    const watcher = watchJob({ fetch })
    await tick(100)
    watcher.rerender({ jobId: 'handle-2' })
    await tick(100)
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    await tick(15_000)
    expect(signals[1]!.aborted).toBe(true)
    await tick(5_000)
    watcher.unmount()
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, true])
  })

  it('counts the host’s headers function within its time, and a throw of it as transient', async () => {
    const proxy = createProxy()
    const hangs = watchJob({
      fetch: proxy.fetch,
      headers: () => new Promise(() => {}),
      requestTimeout: 1_000,
    })
    const throws = watchJob({
      fetch: proxy.fetch,
      headers: () => {
        throw new Error('no session')
      },
    })
    await tick(1_100)
    expect(hangs.itr.error).toMatchObject({ code: 'timeout', kind: 'transient' })
    expect(throws.itr.error).toMatchObject({ code: 'network', kind: 'transient' })
    expect(proxy.calls).toHaveLength(0)
  })

  it('goes out as POST with the id in the body, our headers, and the host’s own beside them', async () => {
    const proxy = createProxy()
    let token = 0
    watchJob({
      fetch: proxy.fetch,
      headers: async () => ({ 'X-CSRF': String(++token), Accept: 'text/html', 'content-type': 'text/plain' }),
      credentials: 'include',
    })
    await tick(11_000)
    const [first, second] = proxy.calls
    expect(first!.url).toBe(URL)
    expect(first!.init).toMatchObject({
      method: 'POST',
      credentials: 'include',
      body: '{"job_id":"handle-1"}',
    })
    expect(Object.fromEntries(new Headers(first!.init.headers))).toEqual({
      'x-csrf': '1',
      accept: 'application/json',
      'content-type': 'application/json',
    })
    expect(new Headers(second!.init.headers).get('X-CSRF')).toBe('2')
  })

  it('is same-origin by default, gives the URL as it was given and looks the global fetch up each time', async () => {
    const first = createProxy()
    const second = createProxy()
    vi.stubGlobal('fetch', first.fetch)
    const proxyUrl = new globalThis.URL('https://host.example/itr')
    const watcher = watchJob({ proxyUrl })
    await tick(1_000)
    vi.stubGlobal('fetch', second.fetch)
    await tick(10_000)
    expect(first.calls).toHaveLength(1)
    expect(second.calls).toHaveLength(1)
    expect(first.calls[0]!.url).toBe(proxyUrl)
    expect(first.calls[0]!.init.credentials).toBe('same-origin')
    expect(watcher.client!.getQueryData(['itr-progress', 'https://host.example/itr', JOB])).toMatchObject({
      jobId: JOB,
    })
  })
})

it('an error carries neither PAN, nor body, nor what the network said', async () => {
  const secrets = /ABCDE1234F|s3cret|token/
  for (const says of [
    httpError(404, {}, { message: 'ABCDE1234F s3cret' }),
    { success: false, message: 'ABCDE1234F token' },
    new TypeError('token s3cret'),
    { status: 'ABCDE1234F' },
  ]) {
    const proxy = createProxy(says)
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(40_000)
    const error = watcher.itr.error!
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(
      secrets,
    )
    watcher.unmount()
  }
})
