import { dehydrate, hydrate, QueryClient, type QueryPersister } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

const key = ['itr-progress', URL, JOB]

describe('a job is dropped a minute after its last watcher left', () => {
  it('whatever gcTime the host has, and not while somebody watches', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
    const proxy = createProxy(answer({ status: 'completed' }))
    const one = watchJob({ fetch: proxy.fetch }, { client })
    const two = watchJob({ fetch: proxy.fetch }, { client })
    await tick(1_000)
    one.unmount()
    await tick(600_000)
    expect(client.getQueryData(key)).toBeDefined()
    two.unmount()
    await tick(59_000)
    expect(client.getQueryData(key)).toBeDefined()
    await tick(2_000)
    expect(client.getQueryData(key)).toBeUndefined()
  })

  it('hydrated ones too', async () => {
    const server = createClient()
    server.setQueryData(key, { jobId: JOB, status: 'processing' })
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: 86_400_000 }, hydrate: {} } })
    hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
    const { unmount } = watchJob({ fetch: createProxy().fetch }, { client })
    await tick(1_000)
    unmount()
    await tick(61_000)
    expect(client.getQueryCache().find({ queryKey: key })).toBeUndefined()
  })

  it('and its window goes with it', async () => {
    const client = createClient()
    const proxy = createProxy()
    const first = watchJob({ fetch: proxy.fetch }, { client })
    await tick(30_000)
    const { startedAt } = first.result
    first.unmount()
    await tick(30_000)
    const again = watchJob({ fetch: proxy.fetch }, { client })
    expect(again.result.startedAt).toBe(startedAt)
    again.unmount()
    await tick(61_000)
    expect(watchJob({ fetch: proxy.fetch }, { client }).result.startedAt).toBe(Date.now())
  })
})

it('a host’s default persister does not get the job', async () => {
  const persister = vi.fn() as unknown as QueryPersister & ReturnType<typeof vi.fn>
  const client = new QueryClient({ defaultOptions: { queries: { persister: persister as never } } })
  const watcher = watchJob({ fetch: createProxy().fetch }, { client })
  await tick(1_000)
  expect(watcher.result.phase).toBe('processing')
  expect(persister).not.toHaveBeenCalled()
})

it('pan is masked before it reaches the cache, and nothing identifying reaches URL, storage or console', async () => {
  const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  )
  const proxy = createProxy(answer({ pan: 'ABCDE1234F', error_message: 'for ABCDE1234F', status: 'failed' }))
  const watcher = watchJob({ fetch: proxy.fetch })
  await tick(1_000)
  expect(watcher.result.job).toMatchObject({ pan: 'ABCDE****F', errorMessage: 'for ABCDE****F' })
  expect(JSON.stringify(dehydrate(watcher.client!))).not.toContain('1234')
  expect(String(proxy.calls[0]!.url)).not.toContain(JOB)
  expect(localStorage.length + sessionStorage.length).toBe(0)
  logs.forEach((log) => expect(log).not.toHaveBeenCalled())
  vi.restoreAllMocks()
})
