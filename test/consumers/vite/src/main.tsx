import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ItrProgress, ItrProvider, useItrJobStatus, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { createItrSimulator, itrProxyFetch, itrState } from 'itr-progress/testing'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const simulator = createItrSimulator({ speed: 10 })
const proxyFetch = itrProxyFetch(simulator)

/** The states of the union are told apart without a cast. */
function sentence(itr: ItrJobStatusResult): string {
  switch (itr.phase) {
    case 'idle':
    case 'connecting':
      return itr.phase
    case 'initiated':
    case 'processing':
      return itr.job.currentStep ?? itr.job.status
    case 'completed':
      return itr.job.completedAt ?? 'completed'
    case 'failed':
      return itr.job.failure ?? 'failed'
    case 'timed-out':
      return itr.job?.status ?? 'no answer'
    case 'error':
      return itr.error.code
  }
}

function Watcher({ jobId }: { jobId: string }) {
  const itr = useItrJobStatus({ jobId, proxyUrl: '/api/itr/status', fetch: proxyFetch })
  return (
    <>
      <p>{sentence(itr)}</p>
      <ItrProgress itr={itr} />
    </>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <ItrProvider proxyUrl="/api/itr/status" fetch={proxyFetch}>
        <Watcher jobId={simulator.start()} />
        <ItrProgress jobId={simulator.start('slow')} onCompleted={(job) => console.log(job.jobId)} />
        <ItrProgress itr={itrState('failed', { failure: 'account_locked' })} onFallback={() => {}} />
      </ItrProvider>
    </QueryClientProvider>
  </StrictMode>,
)
