import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(watcher.result).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      isPolling: true,
      error,
    })
    expect(watcher.result.error).toBeInstanceOf(ItrStatusError)
    expect(watcher.result.error).toMatchObject({
      name: 'ItrStatusError',
      kind: 'transient',
      retryAfter: null,
    })
    await tick(40_000)
    expect(proxy.waits.slice(0, 3)).toEqual([5_000, 10_000, 10_000])
    proxy.says = answer()
    await tick(11_000)
    expect(watcher.result).toMatchObject({ phase: 'processing', connection: 'ok', error: null })
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
    'invalid_response',
    null,
  ],
  ['204', () => new Response(null, { status: 204 }), 'invalid_response', null],
  ['another JSON', { hello: 'world' }, 'invalid_response', null],
  ['success: false', { success: false, message: 'No', error_code: 'X' }, 'unsuccessful', null],
  ['502 upstream_refused', httpError(502, {}, { error_code: 'upstream_refused' }), 'http', 502],
  ['502 upstream_invalid', httpError(502, {}, { error_code: 'upstream_invalid' }), 'http', 502],
  ['a redirect that was not followed', httpError(302), 'http', 302],
])('%s is doubtful', (_, says, code, status) => {
  it('is an error at the third in a row, and shows like a transient one until then', async () => {
    const proxy = createProxy(says)
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(6_000)
    expect(proxy.calls).toHaveLength(2)
    expect(watcher.result).toMatchObject({
      phase: 'connecting',
      connection: 'reconnecting',
      error: { code, status, kind: 'doubtful' },
    })
    await tick(10_000)
    expect(watcher.result).toMatchObject({
      phase: 'error',
      connection: 'ok',
      isPolling: false,
      error: { code },
    })
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
  expect(watcher.result.phase).not.toBe('error')
  await tick(1_500)
  expect(watcher.result.phase).toBe('error')
})

describe.each([400, 401, 403, 404, 405, 410, 413, 415, 422, 451])('a %i is permanent', (status) => {
  it('is an error at once, also when a job is known', async () => {
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(1_000)
    proxy.says = httpError(status)
    await tick(10_000)
    expect(watcher.result).toMatchObject({
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
  expect(early.result.phase).toBe('error')
  expect(proxy.calls).toHaveLength(1)
  proxy.says = answer()
  const late = watchJob({ fetch: proxy.fetch }, { client })
  await tick(400)
  expect(proxy.calls).toHaveLength(2)
  expect([early.result.phase, late.result.phase]).toEqual(['processing', 'processing'])
})

describe('Retry-After', () => {
  it('is obeyed though the body of the 502 that says it breaks off', async () => {
    const proxy = createProxy(() => {
      const { body } = breaksOff()
      return new Response(body, { status: 502, headers: { 'Retry-After': '30' } })
    })
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(29_000)
    expect(watcher.result.error).toMatchObject({ code: 'http', status: 502, retryAfter: 30_000 })
    expect(proxy.calls).toHaveLength(1)
  })

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

it('an error contains no PAN, no body and no text of the network outside its cause', async () => {
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
    const error = watcher.result.error!
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(secrets)
    watcher.unmount()
  }
})
