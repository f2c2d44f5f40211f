import { dehydrate, QueryClient } from '@tanstack/react-query'
import { itrJobStatusOptions } from 'itr-progress'
import { itrStatus, PROXY_URL } from '../itrStatus'
import { currentRequest } from './currentRequest'

/** The status as the server sees it now, for the browser to go on from. */
export async function prefetchItrStatus(handle: string) {
  const client = new QueryClient()
  // Where nobody can be asked now, the page begins without, and the widget asks.
  const job = await itrStatus.getJob(handle, await currentRequest()).catch(() => null)
  if (job) client.setQueryData(itrJobStatusOptions({ jobId: handle, proxyUrl: PROXY_URL }).queryKey, job)
  return dehydrate(client)
}
