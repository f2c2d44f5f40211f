import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Application } from './Application'
import './index.css'

/** Each of these defaults would break the polling, if the package used it. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      enabled: false,
      staleTime: Infinity,
      gcTime: 0,
      retry: 5,
      retryDelay: 10,
      retryOnMount: false,
      refetchInterval: 100,
      refetchIntervalInBackground: false,
      refetchOnMount: 'always',
      refetchOnWindowFocus: 'always',
      refetchOnReconnect: 'always',
      networkMode: 'offlineFirst',
      throwOnError: true,
      structuralSharing: false,
      notifyOnChangeProps: 'all',
      placeholderData: { jobId: 'nobody', status: 'completed' },
      queryFn: () => ({ jobId: 'nobody', status: 'completed' }),
      queryKeyHashFn: (key) => key.join(' / '),
    },
    mutations: { retry: 5 },
  },
})

/** A query of the host. It uses the defaults. */
function ExchangeRate() {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['exchange-rate'],
    queryFn: async () => (await fetch('/api/exchange-rate')).text(),
    enabled: true,
    placeholderData: '',
  })
  return <p data-updated={dataUpdatedAt}>{data}</p>
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ExchangeRate />
      <Application />
      <button onClick={() => client.invalidateQueries({ refetchType: 'all' })}>Refresh all</button>
    </QueryClientProvider>
  </StrictMode>,
)
