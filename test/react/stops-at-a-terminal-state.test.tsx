import { dehydrate, hydrate } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import {
  answer,
  createClient,
  createProxy,
  JOB,
  setNetwork,
  showPage,
  tick,
  URL,
  useFakePage,
  watchJob,
  write,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

describe.each(['completed', 'failed'])('a job that is %s', (status) => {
  it('is not asked for again by time, focus, network, remount or invalidation', async () => {
    const proxy = createProxy(answer({ status }))
    const watcher = watchJob({ fetch: proxy.fetch })
    await tick(400)
    expect(watcher.result).toMatchObject({ phase: status, isPolling: false, connection: 'ok', error: null })

    await tick(600_000)
    await showPage(false)
    await showPage(true)
    await setNetwork(false)
    await setNetwork(true)
    await act(() => watcher.client!.invalidateQueries())
    await act(() => watcher.client!.refetchQueries())
    await tick(60_000)
    watcher.unmount()
    await act(() => watcher.client!.invalidateQueries({ refetchType: 'all' }))
    await act(() => watcher.client!.refetchQueries({ type: 'all' }))
    watchJob({ fetch: proxy.fetch }, { client: watcher.client })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('is not asked for by a loader either', async () => {
    const proxy = createProxy(answer({ status }))
    const client = createClient()
    const options = itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch })
    const first = client.fetchQuery(options)
    await tick(400)
    const again = client.fetchQuery({ ...options, staleTime: 0 })
    await tick(400)
    expect(await first).toMatchObject({ status })
    expect(await again).toBe(await first)
    expect(proxy.calls).toHaveLength(1)
  })
})

it('a terminal answer stays although a later one is written into the cache', async () => {
  const proxy = createProxy(answer({ status: 'completed' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(400)
  const key = ['itr-progress', URL, JOB]
  const job = watcher.client!.getQueryData<object>(key)
  await write(watcher.client!, key, { ...job, status: 'processing' })
  await tick(20_000)
  expect(watcher.result.phase).toBe('completed')
  expect(proxy.calls).toHaveLength(1)
})

it('an answer that the host writes into the cache stops the polling of every watcher', async () => {
  const proxy = createProxy()
  const client = createClient()
  const watcher = watchJob({ fetch: proxy.fetch }, { client })
  await tick(400)
  await write(client, ['itr-progress', URL, JOB], (job: object) => ({ ...job, status: 'completed' }))
  await tick(60_000)
  expect(watcher.result.phase).toBe('completed')
  expect(proxy.calls).toHaveLength(1)
})

it('an unknown status is not terminal, and its raw text is kept', async () => {
  const proxy = createProxy(answer({ status: 'QUEUED' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(400)
  expect(watcher.result).toMatchObject({
    phase: 'processing',
    isPolling: true,
    job: { reportedStatus: 'QUEUED' },
  })
  await tick(11_000)
  expect(proxy.calls).toHaveLength(2)
})

it('nothing is left running after an unmount', async () => {
  const proxy = createProxy()
  const Watcher = () => <p>{useItrJobStatus({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch }).phase}</p>
  const { unmount } = render(<Watcher />)
  await tick(400)
  unmount()
  await tick(600_000)
  expect(proxy.calls).toHaveLength(1)
})

it('sends no request after a hidden page is shown if the host has written a terminal job meanwhile', async () => {
  const proxy = createProxy()
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  await showPage(false)
  await tick(60_000)
  await write(watcher.client!, ['itr-progress', URL, JOB], (job: object) => ({ ...job, status: 'completed' }))
  await showPage(true)
  await tick(60_000)
  expect(watcher.result.phase).toBe('completed')
  expect(proxy.calls).toHaveLength(1)
})

it('keeps a terminal job when an older status is hydrated over it, and writes it back', async () => {
  const proxy = createProxy()
  const onCompleted = vi.fn()
  const watcher = watchJob({ fetch: proxy.fetch, onCompleted })
  await tick(1_000)
  const older = dehydrate(watcher.client!)
  older.queries[0]!.state.dataUpdatedAt = Date.now() + 3_600_000
  proxy.says = answer({ status: 'completed' })
  await tick(11_000)
  await act(async () => hydrate(watcher.client!, older))
  await tick(60_000)
  expect(watcher.phases).toEqual(['connecting', 'processing', 'completed'])
  expect(onCompleted).toHaveBeenCalledTimes(1)
  expect(watcher.client!.getQueryData(['itr-progress', URL, JOB])).toMatchObject({ status: 'completed' })
  expect(proxy.calls).toHaveLength(2)
})
