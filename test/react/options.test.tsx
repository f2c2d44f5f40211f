import { skipToken } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ItrProvider, itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import { useItrDefaults } from '../../src/react/useItrDefaults.ts'
import { createProxy, JOB, PROXY_URL, tick, useFakePage, watchJob } from './watchJob.tsx'

useFakePage()

describe('useItrJobStatus: bad options', () => {
  it.each<[object, RegExp]>([
    [{ interval: { min: 0 } }, /`interval\.min` is 0\./],
    [{ interval: { min: NaN } }, /`interval\.min` is NaN\./],
    [{ interval: { min: 9, max: 8 } }, /`interval\.min` is 9\..*`interval\.max` \(8\)/],
    [{ interval: { min: 20_000 } }, /`interval\.min` is 20000\..*10000/],
    [{ interval: { max: Infinity } }, /`interval\.max` is Infinity\./],
    [{ interval: { max: '9000' } }, /`interval\.max` is 9000\./],
    [{ timeout: 0 }, /`timeout` is 0\./],
    [{ timeout: -Infinity }, /`timeout` is -Infinity\./],
    [{ requestTimeout: -5 }, /`requestTimeout` is -5\. Expected a positive number of milliseconds/],
    [{ requestTimeout: Infinity }, /`requestTimeout` is Infinity\./],
    [{ startedAt: 'yesterday' }, /`startedAt` is yesterday\./],
    [{ startedAt: Infinity }, /`startedAt` is Infinity\./],
    [{ startedAt: new Date('x') }, /`startedAt` is Invalid Date\./],
    [{ startedAt: 1_775_561_040 }, /`startedAt` is 1775561040\..*not seconds/],
    [{ typicalDuration: { max: 0 } }, /`typicalDuration\.max` is 0\./],
    [{ jobId: 42 }, /`jobId` is 42\. Expected a string or null/],
    [{ proxyUrl: '' }, /`proxyUrl` is \./],
    [{ proxyUrl: undefined }, /`proxyUrl` is undefined\..*option or from <ItrProvider/],
  ])('throws a TypeError that names option and value for %o', (options, message) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const all = { jobId: JOB, proxyUrl: PROXY_URL, ...options } as never
    expect(() => renderHook(() => useItrJobStatus(all))).toThrow(TypeError)
    expect(() => itrJobStatusOptions(all)).toThrow(message)
  })
})

describe('useItrJobStatus: startedAt', () => {
  it.each([
    ['a date text in another format than ISO 8601', 'Tue, 07 Apr 2026 11:23:50 GMT', 1_775_561_030_000],
    ['the lowest number that is no count of seconds', 1e11, 1e11],
  ])('accepts %s', (_, startedAt, time) => {
    expect(watchJob({ startedAt }).result.startedAt).toBe(time)
  })
})

describe('itrJobStatusOptions: jobId', () => {
  it('has no query function for null, so that a host cannot request it', () => {
    expect(itrJobStatusOptions({ jobId: null, proxyUrl: PROXY_URL }).queryFn).toBe(skipToken)
  })
})

describe('useItrJobStatus: jobId and enabled', () => {
  it.each([null, undefined, ''])('is idle and sends no request with jobId %j', async (jobId) => {
    const watcher = watchJob({ jobId })
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
    expect(watcher.proxy.calls).toHaveLength(0)
  })

  it('is idle, without a deadline, if it becomes disabled before the first response', async () => {
    const watcher = watchJob()
    await tick(100)
    expect(watcher.result.deadlineAt).toBe(watcher.result.startedAt! + 240_000)
    watcher.rerender({ enabled: false })
    expect(watcher.result).toMatchObject({ phase: 'idle', deadlineAt: null })
  })

  it('polls only while enabled, and opens the window when it becomes enabled', async () => {
    const watcher = watchJob({ enabled: false })
    await tick(60_000)
    expect(watcher.result).toMatchObject({ phase: 'idle', startedAt: null })
    expect(watcher.proxy.calls).toHaveLength(0)
    const now = Date.now()
    watcher.rerender({ enabled: true })
    expect(watcher.result).toMatchObject({ phase: 'connecting', startedAt: now })
    await tick(400)
    expect(watcher.result.phase).toBe('processing')
    watcher.rerender({ enabled: false })
    await tick(60_000)
    expect(watcher.result).toMatchObject({ phase: 'processing', isPolling: false })
    expect(watcher.proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: startedAt', () => {
  it.each([
    ['a Date', (at: number) => new Date(at)],
    ['epoch ms', (at: number) => at],
    ['an ISO string', (at: number) => new Date(at).toISOString()],
    ['a zoneless time of the upstream', (at: number) => new Date(at).toISOString().replace('Z', '000')],
  ])('takes %s, and reads it again only for another job', async (_, convert) => {
    const at = Date.now() - 100_000
    const watcher = watchJob({ startedAt: convert(at) })
    expect(watcher.result.startedAt).toBe(at)
    watcher.rerender({ startedAt: Date.now() })
    await tick(1_000)
    expect(watcher.result.startedAt).toBe(at)
    watcher.rerender({ startedAt: at - 1_000, jobId: 'handle-2' })
    expect(watcher.result.startedAt).toBe(at - 1_000)
  })

  it.each([null, undefined, '', Date.parse('2040-01-01')])('is now for %j', (startedAt) => {
    expect(watchJob({ startedAt }).result.startedAt).toBe(Date.now())
  })
})

describe('ItrProvider', () => {
  it('puts its messages before those of the providers around it', () => {
    const [outer, inner] = [{ 'heading.idle': 'outer' }, { 'heading.idle': 'inner' }]
    const { result } = renderHook(useItrDefaults, {
      wrapper: ({ children }) => (
        <ItrProvider messages={outer}>
          <ItrProvider messages={inner}>{children}</ItrProvider>
        </ItrProvider>
      ),
    })
    expect(result.current.dictionaries?.filter(Boolean)).toEqual([inner, outer])
  })

  it('sets defaults, which a nested provider and then an option override', async () => {
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
})
