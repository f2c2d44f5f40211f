import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProvider, itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import { createProxy, JOB, tick, URL, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

const bad: [string, object, RegExp][] = [
  ['interval.min', { interval: { min: 0 } }, /`interval\.min` is 0\./],
  ['interval.min', { interval: { min: -1 } }, /`interval\.min` is -1\./],
  ['interval.min', { interval: { min: NaN } }, /`interval\.min` is NaN\./],
  [
    'interval.min above interval.max',
    { interval: { min: 9, max: 8 } },
    /`interval\.min` is 9\..*`interval\.max` \(8\)/,
  ],
  ['interval.min above the default max', { interval: { min: 20_000 } }, /`interval\.min` is 20000\..*10000/],
  ['interval.max', { interval: { max: Infinity } }, /`interval\.max` is Infinity\./],
  ['interval.max', { interval: { max: '9000' } }, /`interval\.max` is 9000\./],
  ['timeout', { timeout: 0 }, /`timeout` is 0\./],
  ['timeout', { timeout: -Infinity }, /`timeout` is -Infinity\./],
  ['timeout', { timeout: NaN }, /`timeout` is NaN\./],
  ['requestTimeout', { requestTimeout: -5 }, /`requestTimeout` is -5\./],
  ['requestTimeout', { requestTimeout: Infinity }, /`requestTimeout` is Infinity\./],
  ['startedAt', { startedAt: 'yesterday' }, /`startedAt` is yesterday\./],
  ['startedAt', { startedAt: NaN }, /`startedAt` is NaN\./],
  ['startedAt', { startedAt: Infinity }, /`startedAt` is Infinity\./],
  ['startedAt', { startedAt: new Date('x') }, /`startedAt` is Invalid Date\./],
  ['startedAt', { startedAt: 1_775_561_040 }, /`startedAt` is 1775561040\..*not seconds/],
  ['typicalDuration.max', { typicalDuration: { max: 0 } }, /`typicalDuration\.max` is 0\./],
  ['jobId', { jobId: 42 }, /`jobId` is 42\./],
  ['proxyUrl', { proxyUrl: '' }, /`proxyUrl` is \./],
]

describe.each(bad)('a bad %s', (_, options, message) => {
  it('is a TypeError that names the option and the value, in the hook and in the query options', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const all = { jobId: JOB, proxyUrl: URL, ...options } as never
    expect(() => renderHook(() => useItrJobStatus(all))).toThrow(TypeError)
    expect(() => itrJobStatusOptions(all)).toThrow(message)
    vi.restoreAllMocks()
  })
})

it('without any proxyUrl the error names both ways to give it', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useItrJobStatus({ jobId: JOB }))).toThrow(
    /`proxyUrl` is undefined\..*option or from <ItrProvider/,
  )
  vi.restoreAllMocks()
})

it.each([null, undefined, ''])('with jobId %j it is idle and asks nothing', async (jobId) => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, jobId })
  await tick(60_000)
  expect(watcher.result).toMatchObject({
    phase: 'idle',
    jobId: null,
    job: undefined,
    error: null,
    startedAt: null,
    connection: 'ok',
    isPolling: false,
    isDelayed: false,
  })
  expect(proxy.calls).toHaveLength(0)
})

it('while not enabled it is idle, and its window opens when it is', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, enabled: false })
  await tick(60_000)
  expect(watcher.result).toMatchObject({ phase: 'idle', startedAt: null })
  expect(proxy.calls).toHaveLength(0)
  const now = Date.now()
  watcher.rerender({ enabled: true })
  expect(watcher.result).toMatchObject({ phase: 'connecting', startedAt: now })
  await tick(400)
  expect(watcher.result.phase).toBe('processing')
  watcher.rerender({ enabled: false })
  await tick(60_000)
  expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: false })
  expect(proxy.calls).toHaveLength(1)
})

it.each([
  ['a Date', (at: number) => new Date(at)],
  ['epoch ms', (at: number) => at],
  ['an ISO string', (at: number) => new Date(at).toISOString()],
  ['the upstream’s zoneless time', (at: number) => new Date(at).toISOString().replace('Z', '000')],
])('startedAt may be %s', async (_, as) => {
  const proxy = createProxy()
  const at = Date.now() - 100_000
  const watcher = watchJob({ fetch: proxy.fetch, startedAt: as(at) })
  expect(watcher.result.startedAt).toBe(at)
  watcher.rerender({ startedAt: Date.now() })
  await tick(1_000)
  expect(watcher.result.startedAt).toBe(at)
})

it.each([null, undefined, ''])('startedAt %j counts as not given', (startedAt) => {
  const watcher = watchJob({ fetch: createProxy().fetch, startedAt })
  expect(watcher.result.startedAt).toBe(Date.now())
})

it('startedAt is read again for another job', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch, startedAt: Date.now() - 1_000 })
  const other = Date.now() - 2_000
  watcher.rerender({ jobId: 'handle-2', startedAt: other })
  expect(watcher.result.startedAt).toBe(other)
})

it('no startedAt opens a window in the future', () => {
  const watcher = watchJob({ fetch: createProxy().fetch, startedAt: Date.now() + 60_000 })
  expect(watcher.result.startedAt).toBe(Date.now())
})

it('a provider sets defaults, the nearest says more, and an option wins', async () => {
  const outer = createProxy()
  const inner = createProxy()
  const { result } = renderHook(() => useItrJobStatus({ jobId: JOB, credentials: 'omit' }), {
    wrapper: ({ children }) => (
      <ItrProvider
        proxyUrl="/outer"
        fetch={outer.fetch}
        headers={{ 'X-From': 'outer' }}
        credentials="include"
      >
        <ItrProvider proxyUrl="/inner" fetch={inner.fetch}>
          {children}
        </ItrProvider>
      </ItrProvider>
    ),
  })
  await tick(400)
  expect(result.current.phase).toBe('processing')
  expect(outer.calls).toHaveLength(0)
  expect(inner.calls[0]).toMatchObject({ url: '/inner', init: { credentials: 'omit' } })
  expect(new Headers(inner.calls[0]!.init.headers).get('X-From')).toBe('outer')
})
