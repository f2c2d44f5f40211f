import { afterAll, vi } from 'vitest'

// Test files share a process (`isolate: false`), so each file undoes what it changed globally.
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
