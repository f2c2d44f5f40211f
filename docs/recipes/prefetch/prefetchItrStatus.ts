import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { itrJobStatusOptions } from 'itr-progress'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

/** Returns the state for a `HydrationBoundary`, so that the first paint has the status. For a loader or a server component. */
export async function prefetchItrStatus(handle: string, request: Request): Promise<DehydratedState> {
  const client = new QueryClient()
  const { queryKey } = itrJobStatusOptions({ jobId: handle, proxyUrl: '/api/itr/status' })
  // Without a status the page still renders, and the widget polls.
  const job = await itrStatusProxy.getJob(handle, request).catch(() => null)
  if (job) client.setQueryData(queryKey, job)
  return dehydrate(client)
}
