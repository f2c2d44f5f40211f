import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { itrJobStatusOptions } from 'itr-progress'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

/** For a loader or a server component: the page's first paint then has the status, and its browser asks when the next is due. */
export async function prefetchItrStatus(handle: string, request: Request): Promise<DehydratedState> {
  const client = new QueryClient()
  const { queryKey } = itrJobStatusOptions({ jobId: handle, proxyUrl: '/api/itr/status' })
  // Where nobody can be asked now, the page begins without, and the widget asks.
  const job = await itrStatusProxy.getJob(handle, request).catch(() => null)
  if (job) client.setQueryData(queryKey, job)
  return dehydrate(client)
}
