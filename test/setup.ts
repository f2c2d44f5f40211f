import fc from 'fast-check'
import { afterAll, beforeEach, vi } from 'vitest'
import { loggedMessages } from '../src/internal/logInDevelopment.ts'

// `npm run test:ci` sets more runs.
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 50) })

// Test files share a process (`isolate: false`). So a test starts with an empty log, and a file undoes its global changes.
beforeEach(() => loggedMessages.clear())
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
