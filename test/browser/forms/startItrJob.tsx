import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ItrProvider } from 'itr-progress'
import { createItrSimulator, itrProxyFetch } from 'itr-progress/testing'
import type { ReactNode } from 'react'

/** Starts a simulated job. Returns its id and the page of a host around the form. */
export function startItrJob() {
  let now = Date.now()
  const simulator = createItrSimulator({ now: () => now })
  const fetch = itrProxyFetch(simulator)
  const client = new QueryClient()
  return {
    jobId: simulator.start(),
    /** Completes the job, and polls at once. */
    complete: async () => {
      now += 10 * 60_000
      await client.invalidateQueries()
    },
    Page: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <ItrProvider proxyUrl="/api/itr/status" fetch={fetch}>
          {children}
        </ItrProvider>
      </QueryClientProvider>
    ),
  }
}
