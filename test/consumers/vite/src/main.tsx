import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Application } from './Application'

// No QueryClientProvider: the package brings its own client where a host has none.
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
)
