'use client'

import {
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from '@tanstack/react-query'
import { ItrProgress } from 'itr-progress'
import { useState } from 'react'

interface ReturnsPageProps {
  handle: string
  /** From `prefetchItrStatus`. */
  state: DehydratedState
}

export function ReturnsPage({ handle, state }: ReturnsPageProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state}>
        {/* The same proxyUrl as on the server: it is part of the query's key. */}
        <ItrProgress jobId={handle} proxyUrl="/api/itr/status" />
      </HydrationBoundary>
    </QueryClientProvider>
  )
}
