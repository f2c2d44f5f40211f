import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import {
  createClient,
  hideAndShowPage,
  httpError,
  statusBody,
  tick,
  useFakePage,
  watchJob,
} from './watchJob.tsx'

useFakePage()

const createHostClient = () =>
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

/** Returns requests, phases and renders of a job with failures, a hidden page, a remount and a time-out. */
async function recordJob(client: QueryClient) {
  const watcher = watchJob({ timeout: 100_000 }, { client, response: statusBody({ status: 'initiated' }) })
  const { proxy, phases } = watcher
  await tick(22_000)
  proxy.response = httpError(503)
  await tick(30_000)
  await hideAndShowPage()
  proxy.response = statusBody()
  await tick(40_000)
  await tick(20_000)
  watcher.unmount()
  const remounted = watchJob({ timeout: 100_000 }, { proxy, client })
  await tick(10_000)
  return { seconds: proxy.seconds, phases: [...phases, ...remounted.phases], renders: watcher.renders }
}

describe('useItrJobStatus: isolation', () => {
  it('is not changed by the defaults of the host’s QueryClient', async () => {
    expect(await recordJob(createHostClient())).toEqual(await recordJob(createClient()))
  })
})
