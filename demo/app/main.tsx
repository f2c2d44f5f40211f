import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ItrProvider } from 'itr-progress'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { recordingFetch } from './exchanges.ts'
import { LanguageProvider } from './LanguageProvider.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <ItrProvider proxyUrl="/api/itr/status" fetch={recordingFetch}>
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </ItrProvider>
    </QueryClientProvider>
  </StrictMode>,
)
