import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { useItrJobStatus } from '../../src/index.ts'
import { createClient, createProxy, JOB, PROXY_URL, tick, useFakePage, watchJob } from './watchJob.tsx'

useFakePage()

/** Loads the sources once more, as a second installation would. React and react-query stay the same. */
function importCopy() {
  vi.resetModules()
  return import('../../src/index.ts')
}

describe('two copies of the package on one QueryClient', () => {
  it('send twice the requests of one, or one less if the second copy finds a response', async () => {
    const [proxy, client] = [createProxy(), createClient()]
    const single = watchJob()
    watchJob({}, { proxy, client })
    const copy = await importCopy()
    expect(copy.useItrJobStatus).not.toBe(useItrJobStatus)
    renderHook(() => copy.useItrJobStatus({ jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch }), {
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    })
    await tick(120_000)
    const twice = 2 * single.proxy.calls.length
    expect([twice - 1, twice]).toContain(proxy.calls.length)
  })
})
