import { dehydrate, hashKey, hydrate, useQuery } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, type ItrJob } from '../../src/index.ts'
import {
  COMPLETED,
  createClient,
  createProxy,
  hideAndShowPage,
  JOB,
  PROXY_URL,
  queryKey,
  setNetwork,
  showPage,
  statusBody,
  tick,
  useFakePage,
  watchJob,
  writeToCache,
} from './watchJob.tsx'

useFakePage()

describe.each(['completed', 'failed'])('useItrJobStatus: a %s job', (status) => {
  it('is not polled again by time, focus, network, remount or invalidation', async () => {
    const watcher = watchJob({}, { response: statusBody({ status }) })
    const { proxy, client } = watcher
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: status, isPolling: false, connection: 'ok', error: null })

    await tick(600_000)
    await hideAndShowPage()
    await setNetwork(false)
    await setNetwork(true)
    await act(() => client.invalidateQueries())
    await act(() => client.refetchQueries())
    expect(client.getQueryCache().get(hashKey(queryKey))!.isStale()).toBe(false)
    await tick(60_000)
    watcher.unmount()
    await act(() => client.invalidateQueries({ refetchType: 'all' }))
    await act(() => client.refetchQueries({ type: 'all' }))
    const { phases } = watchJob({}, { proxy, client })
    await tick(60_000)
    expect(phases).toEqual([status])
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: a terminal response without steps', () => {
  // The published response of a completed job has no steps.
  it('keeps the completed steps and the start, also for onCompleted', async () => {
    const created_at = '2026-04-07T11:24:14.383Z'
    const onCompleted = vi.fn()
    const response = statusBody({ steps_completed: ['create_client'], created_at })
    const watcher = watchJob({ onCompleted }, { response })
    await tick(400)
    watcher.proxy.response = COMPLETED
    await tick(20_000)
    const kept = { status: 'completed', stepsCompleted: ['create_client'], createdAt: created_at }
    expect(watcher.result.job).toMatchObject(kept)
    expect(watcher.result.job).toEqual(watcher.client.getQueryData(queryKey))
    expect(onCompleted.mock.calls).toMatchObject([[kept]])
  })

  it.each([
    ['adds steps', { stepsCompleted: ['create_client', 'download_itr'] }, COMPLETED],
    ['is terminal', { status: 'completed' }, statusBody({ status: 'failed' })],
  ])('is merged into a status that %s and entered the cache during the request', async (_, fields, last) => {
    const watcher = watchJob({}, { response: statusBody({ steps_completed: ['create_client'] }) })
    await tick(400)
    watcher.proxy.response = last
    // The second request is in flight.
    await tick(10_000)
    expect(watcher.client.getQueryState(queryKey)!.fetchStatus).toBe('fetching')
    await writeToCache(watcher.client, fields)
    await tick(10_000)
    expect(watcher.result).toMatchObject({ phase: 'completed', job: { status: 'completed' } })
    expect(watcher.result.job).toEqual(watcher.client.getQueryData(queryKey))
  })
})

describe('itrJobStatusOptions', () => {
  it('sends no second request for a terminal job, even with staleTime 0', async () => {
    const proxy = createProxy(COMPLETED)
    const client = createClient()
    const options = itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch })
    const first = client.fetchQuery(options)
    await tick(400)
    const second = client.fetchQuery({ ...options, staleTime: 0 })
    await tick(400)
    expect(await second).toBe(await first)
    expect(proxy.calls).toHaveLength(1)
  })
})

describe('useItrJobStatus: terminal state', () => {
  it('stays when the host writes an older status into the cache', async () => {
    const { proxy, client, phases } = watchJob({}, { response: COMPLETED })
    await tick(400)
    await writeToCache(client, { status: 'processing' })
    await tick(20_000)
    expect(phases).toEqual(['connecting', 'completed'])
    expect(proxy.calls).toHaveLength(1)
  })

  it('stays when an older status is hydrated, and is written back into the cache', async () => {
    const onCompleted = vi.fn()
    const { proxy, client, phases } = watchJob({ onCompleted })
    await tick(1_000)
    const older = dehydrate(client)
    older.queries[0]!.state.dataUpdatedAt = Date.now() + 3_600_000
    proxy.response = COMPLETED
    await tick(11_000)
    await act(async () => hydrate(client, older))
    await tick(60_000)
    expect(phases).toEqual(['connecting', 'processing', 'completed'])
    expect(onCompleted).toHaveBeenCalledTimes(1)
    expect(client.getQueryData(queryKey)).toMatchObject({ status: 'completed' })
    expect(proxy.calls).toHaveLength(2)
  })

  it('comes back without a request after an older status is hydrated into a plain useQuery', async () => {
    const [proxy, client] = [createProxy(COMPLETED), createClient()]
    const options = itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch })
    const { result } = renderHook(() => useQuery(options, client).data?.status)
    await tick(1_000)
    const older = dehydrate(client)
    Object.assign(older.queries[0]!.state, {
      data: { ...client.getQueryData<ItrJob>(queryKey), status: 'processing' },
      dataUpdatedAt: Date.now() + 3_600_000,
    })
    await act(async () => hydrate(client, older))
    expect(result.current).toBe('processing')
    await tick(1_000)
    expect(result.current).toBe('completed')
    expect(proxy.calls).toHaveLength(1)
  })

  it('stays when an older status is hydrated into a disabled watcher', async () => {
    const client = createClient()
    const { fetch } = createProxy()
    void client.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch }))
    await tick(400)
    const older = dehydrate(client)
    client.clear()
    client.setQueryData(queryKey, { ...older.queries[0]!.state.data!, status: 'completed' })
    older.queries[0]!.state.dataUpdatedAt = Date.now() + 1
    const { phases } = watchJob({ enabled: false }, { client })
    await act(async () => hydrate(client, older))
    await tick(0)
    expect(phases).toEqual(['completed'])
    expect(client.getQueryData(queryKey)).toMatchObject({ status: 'completed' })
  })

  it.each([
    ['a visible page', true],
    ['a hidden page', false],
  ])('stops polling when the host writes it into the cache of %s', async (_, isShown) => {
    const { proxy, client, phases } = watchJob()
    await tick(1_000)
    await showPage(isShown)
    await writeToCache(client, { status: 'completed' })
    await tick(60_000)
    await showPage(true)
    await tick(60_000)
    expect(phases.at(-1)).toBe('completed')
    expect(proxy.calls).toHaveLength(1)
  })

  it('is not reached by an unknown status, whose raw text is kept', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const watcher = watchJob({}, { response: statusBody({ status: 'QUEUED' }) })
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: 'processing', job: { reportedStatus: 'QUEUED' } })
    await tick(11_000)
    expect(watcher.proxy.calls).toHaveLength(2)
  })
})
