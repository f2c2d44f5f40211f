import { HydrationBoundary } from '@tanstack/react-query'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { PROXY_URL } from '../../lib/proxyUrl'
import { prefetchItrStatus } from '../prefetchItrStatus'
import { ActionForm } from './ActionForm'
import { submitApplication } from './submitApplication'

/** The same form with a server action, and the default interval of 5 to 10 s. */
export default async function Page() {
  // `''` while Next.js renders the page after `forgetJob`.
  const handle = (await cookies()).get('itr_handle')?.value
  if (!handle) redirect('/')
  return (
    <main>
      <h1>Loan application</h1>
      <HydrationBoundary state={await prefetchItrStatus(handle)}>
        <ActionForm jobId={handle} proxyUrl={PROXY_URL} submit={submitApplication} />
      </HydrationBoundary>
    </main>
  )
}
