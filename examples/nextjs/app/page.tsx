import { HydrationBoundary } from '@tanstack/react-query'
import { cookies } from 'next/headers'
import { prefetchItrStatus } from './prefetchItrStatus'
import { TaxReturns } from './TaxReturns'

/** A server component: it prefetches the status, and the browser polls from there. */
export default async function Page() {
  // `''` while Next.js renders the page after `forgetJob`.
  const handle = (await cookies()).get('itr_handle')?.value
  return (
    <main>
      <h1>Loan application</h1>
      {handle ? <ApplicationForm handle={handle} /> : <StartForm />}
    </main>
  )
}

function StartForm() {
  return (
    <form action="/api/itr/start" method="post">
      <label>
        Portal password <input name="password" type="password" required />
      </label>
      <button>Get my returns</button>
    </form>
  )
}

async function ApplicationForm({ handle }: { handle: string }) {
  return (
    <HydrationBoundary state={await prefetchItrStatus(handle)}>
      <form action="/api/apply" method="post">
        <label>
          Full name <input name="applicant" required />
        </label>
        <TaxReturns handle={handle} />
        <button>Apply</button>
      </form>
    </HydrationBoundary>
  )
}
