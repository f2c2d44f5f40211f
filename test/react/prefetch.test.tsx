import { dehydrate, hydrate, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'
import {
  createClient,
  createProxy,
  JOB,
  PROXY_URL,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

/** Returns a client into which the status was hydrated that a server prefetched. */
async function prefetch(status = 'processing') {
  const server = createClient()
  const { fetch } = createProxy(statusBody({ status }))
  void server.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch }))
  await tick(400)
  const client = createClient()
  hydrate(client, JSON.parse(JSON.stringify(dehydrate(server))))
  return client
}

describe('useItrJobStatus: prefetched status', () => {
  it.each([
    ['with equal clocks', 0],
    ['with the server’s clock an hour ahead', 3_600_000],
  ])('is returned by the first render, and polled when due, %s', async (_, ahead) => {
    const client = await prefetch()
    vi.setSystemTime(Date.now() - ahead)
    const { proxy, phases } = watchJob({}, { client })
    expect(phases).toEqual(['processing'])
    await tick(4_000)
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('is polled when due if it arrives after the first render, as in a streamed page', async () => {
    const server = createClient()
    const { fetch } = createProxy()
    void server.prefetchQuery(itrJobStatusOptions({ jobId: JOB, proxyUrl: PROXY_URL, fetch }))
    const client = createClient()
    hydrate(client, dehydrate(server, { shouldDehydrateQuery: () => true }))
    const { proxy, phases } = watchJob({}, { client })
    await tick(4_000)
    expect(phases).toEqual(['connecting', 'processing'])
    expect(proxy.calls).toHaveLength(0)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(1)
  })

  it('is returned while disabled, and opens no window', async () => {
    const { result } = watchJob({ enabled: false }, { client: await prefetch() })
    expect(result).toMatchObject({ phase: 'processing', startedAt: null, isPolling: false, connection: 'ok' })
  })

  it('is never polled if it is terminal', async () => {
    const onCompleted = vi.fn()
    const { proxy } = watchJob({ onCompleted }, { client: await prefetch('completed') })
    await tick(60_000)
    expect(proxy.calls).toHaveLength(0)
    expect(onCompleted).toHaveBeenCalledTimes(1)
  })

  it('is rendered on a server', async () => {
    const client = await prefetch()
    const Phase = ({ jobId = JOB }) => <p>{useItrJobStatus({ jobId, proxyUrl: PROXY_URL }).phase}</p>
    const html = renderToString(
      <QueryClientProvider client={client}>
        <Phase />
      </QueryClientProvider>,
    )
    expect(html).toBe('<p>processing</p>')
    expect(renderToString(<Phase jobId="not prefetched" />)).toBe('<p>connecting</p>')
  })
})
