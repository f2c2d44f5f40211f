import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  answer,
  createClient,
  createProxy,
  httpError,
  showPage,
  tick,
  useFakePage,
  watchJob,
} from './watching.tsx'

useFakePage({ beforeEach, afterEach })

it('defaults of the host’s QueryClient change nothing', async () => {
  const hostile = () =>
    new QueryClient({
      defaultOptions: {
        queries: {
          retry: 5,
          retryDelay: 10,
          retryOnMount: false,
          throwOnError: true,
          networkMode: 'offlineFirst',
          staleTime: Infinity,
          gcTime: 0,
          enabled: false,
          refetchInterval: 100,
          refetchIntervalInBackground: true,
          refetchOnMount: false,
          refetchOnWindowFocus: 'always',
          refetchOnReconnect: false,
          structuralSharing: false,
          notifyOnChangeProps: 'all',
          select: () => 'nothing',
          placeholderData: { jobId: 'x', status: 'completed' },
          initialData: { jobId: 'x', status: 'completed' },
        } as object,
      },
    })
  const live = async (client: QueryClient) => {
    const proxy = createProxy(answer({ status: 'initiated' }))
    const watcher = watchJob({ fetch: proxy.fetch, timeout: 100_000 }, { client })
    await tick(22_000)
    proxy.says = httpError(503)
    await tick(30_000)
    await showPage(false)
    await showPage(true)
    proxy.says = answer()
    await tick(40_000)
    await tick(20_000)
    watcher.unmount()
    const again = watchJob({ fetch: proxy.fetch, timeout: 100_000 }, { client })
    await tick(10_000)
    return { seconds: proxy.seconds, phases: [...watcher.phases, ...again.phases], renders: watcher.renders }
  }
  expect(await live(hostile())).toEqual(await live(createClient()))
})
