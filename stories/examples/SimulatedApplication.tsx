import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ItrProvider } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from '../../src/testing/index.ts'
import './host.css'

interface SimulatedApplicationProps {
  scenario?: ItrScenarioName
  /** Returns the form for a new job. `send` shows the names of the sent fields below it. */
  form: (jobId: string, send: (application: object) => void) => ReactNode
}

/** The page of a host with a form that waits for a simulated job, six times as fast as a real one. */
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
