import { QueryCache, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answer, createClient, createProxy, tick, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

it('a check does not look through the jobs beside it', async () => {
  const client = createClient()
  const proxy = createProxy()
  for (const jobId of ['job-1', 'job-2', 'job-3']) watchJob({ jobId, fetch: proxy.fetch }, { client })
  const looksThrough = vi.spyOn(QueryCache.prototype, 'getAll')
  await tick(60_000)
  expect(proxy.calls.length).toBeGreaterThan(20)
  expect(looksThrough).not.toHaveBeenCalled()
})

it('a host may hash its keys in its own way', async () => {
  const queryKeyHashFn = (key: readonly unknown[]) => `host ${JSON.stringify(key)}`
  const proxy = createProxy(answer({ status: 'completed' }))
  const { client } = watchJob(
    { fetch: proxy.fetch },
    { client: new QueryClient({ defaultOptions: { queries: { queryKeyHashFn } } }) },
  )
  await tick(60_000)
  expect(proxy.calls).toHaveLength(1)
  expect(client?.getQueryCache().getAll()[0]?.queryHash).toMatch(/^host /)
})
