import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { itrJobStatusOptions, useItrJobStatus } from '../../src/index.ts'

afterEach(() => void vi.useRealTimers())

const options = { jobId: 'job-1', proxyUrl: '/api/itr/status' }

describe('useItrJobStatus on a server', () => {
  it('shares nothing between two renders without a provider', () => {
    const Start = () => String(useItrJobStatus(options).startedAt)
    vi.useFakeTimers({ now: 1_000 })
    expect(renderToString(createElement(Start))).toBe('1000')
    vi.setSystemTime(2_000)
    expect(renderToString(createElement(Start))).toBe('2000')
  })

  it('takes the network for granted', () => {
    const Connection = () => useItrJobStatus(options).connection
    expect(renderToString(createElement(Connection))).toBe('ok')
  })

  it('keeps a job as long as its QueryClient, so that no timer delays the end of the process', () => {
    expect(itrJobStatusOptions(options).gcTime).toBe(Infinity)
  })
})
