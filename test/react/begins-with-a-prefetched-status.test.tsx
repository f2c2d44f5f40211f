import { dehydrate, hydrate, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage, watchJob } from './watching.tsx'

useFakePage({ beforeEach, afterEach })

describe('a status that a server prefetched', () => {
  const prefetched = async (says: object) => {
    const server = createClient()
    const proxy = createProxy(says)
    void server.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch }))
    await tick(400)
    const client = createClient()
    hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
    return client
  }

  it('is shown at once, without a second request before it is due', async () => {
    const client = await prefetched(answer())
    const proxy = createProxy()
    const watcher = watchJob({ fetch: proxy.fetch }, { client })
    expect(watcher.phases).toEqual(['processing'])
    await tick(4_000)
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('although the server’s clock is ahead', async () => {
    const client = await prefetched(answer())
    vi.setSystemTime(Date.now() - 3_600_000)
    const proxy = createProxy()
    watchJob({ fetch: proxy.fetch }, { client })
    await tick(4_000)
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('is shown while not enabled, with no window open', async () => {
    const client = await prefetched(answer())
    const watcher = watchJob({ enabled: false }, { client })
    expect(watcher.result).toMatchObject({
      phase: 'processing',
      startedAt: null,
      isPolling: false,
      connection: 'ok',
    })
  })

  it('is never asked for again once it is terminal', async () => {
    const client = await prefetched(answer({ status: 'completed' }))
    const proxy = createProxy()
    const onCompleted = vi.fn()
    watchJob({ fetch: proxy.fetch, onCompleted }, { client })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(0)
    expect(onCompleted).toHaveBeenCalledTimes(1)
  })

  it('renders on a server', async () => {
    const client = await prefetched(answer())
    const Phase = () => <p>{useItrJobStatus({ jobId: JOB, proxyUrl: URL }).phase}</p>
    const html = renderToString(
      <QueryClientProvider client={client}>
        <Phase />
      </QueryClientProvider>,
    )
    expect(html).toBe('<p>processing</p>')
    expect(renderToString(<Phase />)).toBe('<p>connecting</p>')
  })
})
