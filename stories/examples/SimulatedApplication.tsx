import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ItrProvider } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from '../../src/testing/index.ts'
import './host.css'

interface SimulatedApplicationProps {
  scenario?: ItrScenarioName
  /** The form, for a job that has just begun; what it sends is shown beside it. */
  form: (jobId: string, send: (application: object) => void) => ReactNode
}

/** The page of a host around a form that waits for a simulated job, at six times the speed of life. */
export function SimulatedApplication({ scenario = 'happy', form }: SimulatedApplicationProps) {
  const [{ jobId, fetch, client }] = useState(() => {
    const simulator = createItrSimulator({ scenario, speed: 6, latency: 50 })
    return { jobId: simulator.start(), fetch: itrProxyFetch(simulator), client: new QueryClient() }
  })
  const [sent, setSent] = useState<object>()
  return (
    <QueryClientProvider client={client}>
      <ItrProvider proxyUrl="/api/itr/status" fetch={fetch}>
        <div className="application">
          {form(jobId, setSent)}
          <output aria-label="Sent">{sent && `Sent: ${Object.keys(sent).join(', ')}.`}</output>
        </div>
      </ItrProvider>
    </QueryClientProvider>
  )
}
