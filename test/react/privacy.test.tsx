import { dehydrate, hydrate, QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import {
  createClient,
  createProxy,
  JOB,
  queryKey,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

describe('useItrJobStatus: cache time', () => {
  it('is a minute after the last unmount, whatever gcTime the host sets', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
    const proxy = createProxy(statusBody({ status: 'completed' }))
    const one = watchJob({}, { proxy, client })
    const two = watchJob({}, { proxy, client })
    await tick(1_000)
    one.unmount()
    await tick(600_000)
    expect(client.getQueryData(queryKey)).toBeDefined()
    two.unmount()
    await tick(59_000)
    expect(client.getQueryData(queryKey)).toBeDefined()
    await tick(2_000)
    expect(client.getQueryData(queryKey)).toBeUndefined()
  })

  it.each([true, false])('is a minute for a hydrated job too, with enabled: %s', async (enabled) => {
    const server = createClient()
    server.setQueryData(queryKey, { jobId: JOB, status: 'processing' })
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: 86_400_000 }, hydrate: {} } })
    hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
    const { unmount } = watchJob({ enabled }, { client })
    await tick(1_000)
    unmount()
    await tick(61_000)
    expect(client.getQueryCache().find({ queryKey })).toBeUndefined()
  })

  it('is a minute for a job that a query of the host has read', async () => {
    const { client, unmount } = watchJob({}, { response: statusBody({ status: 'completed' }) })
    await tick(1_000)
    const host = renderHook(() => useQuery({ queryKey, queryFn: skipToken, gcTime: Infinity }, client))
    host.unmount()
    unmount()
    await tick(61_000)
    expect(client.getQueryData(queryKey)).toBeUndefined()
  })

  it('is a minute for a job that the hook left for another one after a query of the host has read it', async () => {
    const { client, rerender } = watchJob()
    await tick(1_000)
    const host = renderHook(() => useQuery({ queryKey, queryFn: skipToken, gcTime: Infinity }, client))
    host.unmount()
    rerender({ jobId: 'another' })
    await tick(61_000)
    expect(client.getQueryData(queryKey)).toBeUndefined()
  })

  it('has no polls, and ends the window of the job', async () => {
    const first = watchJob()
    const { client, proxy } = first
    await tick(30_000)
    const { startedAt } = first.result
    const before = proxy.calls.length
    first.unmount()
    await tick(30_000)
    expect(proxy.calls).toHaveLength(before)
    const second = watchJob({}, { client })
    expect(second.result.startedAt).toBe(startedAt)
    second.unmount()
    await tick(61_000)
    expect(watchJob({}, { client }).result.startedAt).toBe(Date.now())
  })
})

describe('useItrJobStatus: privacy', () => {
  it('does not pass the job to a host’s default persister', async () => {
    const persister = vi.fn()
    const client = new QueryClient({ defaultOptions: { queries: { persister: persister as never } } })
    const { phases } = watchJob({}, { client })
    await tick(1_000)
    expect(phases).toEqual(['connecting', 'processing'])
    expect(persister).not.toHaveBeenCalled()
  })

  it('masks the PAN before it reaches the cache, and keeps it out of URL, storage and console', async () => {
    const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
    const logs = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
    const fields = { pan: 'ABCDE1234F', error_message: 'for ABCDE1234F', status: 'failed' }
    const { proxy, client } = watchJob({}, { response: statusBody(fields) })
    await tick(1_000)
    expect(client.getQueryData(queryKey)).toMatchObject({ pan: 'ABCDE****F', errorMessage: 'for ABCDE****F' })
    expect(JSON.stringify(dehydrate(client))).not.toContain('1234')
    expect(String(proxy.calls[0]!.url)).not.toContain(JOB)
    expect(localStorage.length + sessionStorage.length).toBe(0)
    // In development the hook warns that the response was not masked.
    const lines = logs.flatMap((log) => log.mock.calls)
    expect(lines).toEqual([[expect.stringContaining('an unmasked PAN')]])
    expect(String(lines)).not.toMatch(new RegExp(`1234|${JOB}`))
  })

  it.each([
    ['a body that is no status', { status: 'ABCDE1234F' }],
    ['`success: false`', { success: false, message: 'ABCDE1234F token' }],
    ['a 404', () => Response.json({ message: 'ABCDE1234F s3cret' }, { status: 404 })],
    ['a network failure', new TypeError('token s3cret')],
  ])('keeps the text of %s out of the error', async (_, response) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const watcher = watchJob({}, { response })
    await tick(40_000)
    const { message, stack } = watcher.result.error!
    expect(`${message} ${stack} ${JSON.stringify(watcher.result.error)}`).not.toMatch(
      /ABCDE1234F|s3cret|token/,
    )
  })
})
