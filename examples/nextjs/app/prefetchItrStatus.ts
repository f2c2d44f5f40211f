import { dehydrate, QueryClient } from '@tanstack/react-query'
import { itrJobStatusOptions } from 'itr-progress'
import { itrStatusProxy } from '../lib/itr'
import { PROXY_URL } from '../lib/proxyUrl'
import { currentRequest } from './currentRequest'

/** Prefetches the status on the server and returns the dehydrated query state. */
export async function prefetchItrStatus(handle: string) {
  const client = new QueryClient()
  // Without a status the page still renders, and the widget polls at once.
  const job = await itrStatusProxy.getJob(handle, await currentRequest()).catch(() => null)
  if (job) client.setQueryData(itrJobStatusOptions({ jobId: handle, proxyUrl: PROXY_URL }).queryKey, job)
  return dehydrate(client)
}
