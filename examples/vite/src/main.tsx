import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Application } from './Application'
import './index.css'

// Works without a QueryClientProvider: the package then uses its own client.
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
)
