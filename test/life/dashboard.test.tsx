import { QueryClientProvider, useQueries, type QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { itrJobStatusOptions } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch } from '../../src/testing/index.ts'
import { createClient, hideAndShowPage, PROXY_URL, tick, useFakePage } from '../react/watchJob.tsx'

useFakePage()

const completesAfter = (at: number) => ({
  steps: [{ id: 'download_itr', endsAt: 20_000 }],
  ending: { at, status: 'completed' as const },
})
const ENDS = [30_000, 36_000, 42_000, 48_000, 54_000, 60_000, 66_000, 72_000]

/** Eight jobs complete one after the other, one fails, and one never ends. */
function openDashboard() {
  const simulator = createItrSimulator({ latency: 300 })
  const scenarios = [...ENDS.map(completesAfter), 'no_itr_found', 'stuck'] as const
  const jobs = scenarios.map((scenario) => simulator.start(scenario))
  const fetch = itrProxyFetch(simulator)
  const queries = jobs.map((jobId) => itrJobStatusOptions({ jobId, proxyUrl: PROXY_URL, fetch }))

  function Dashboard() {
    // A clock in the dashboard renders it each second.
    const [, setNow] = useState(0)
    useEffect(() => {
      const timer = setInterval(() => setNow(Date.now()), 1_000)
      return () => clearInterval(timer)
    }, [])
    return useQueries({ queries }).map(({ data }, i) => <li key={jobs[i]}>{data?.status}</li>)
  }

  const client = createClient()
  render(<Dashboard />, {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  const start = Date.now()
  return {
    client,
    /** Times of the requests for each job, in ms since the start. */
    getRequests: () =>
      jobs.map((jobId) => {
        const isPoll = (call: (typeof simulator.calls)[number]) =>
          call.jobId === jobId && call.path.endsWith('/status')
        return simulator.calls.filter(isPoll).map(({ at }) => at - start)
      }),
  }
}

describe('a dashboard of ten jobs with itrJobStatusOptions', () => {
  it('polls each job on schedule until its own end', async () => {
    const { getRequests } = openDashboard()
    await tick(90_000)
    const statuses = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(statuses).toEqual([...ENDS.map(() => 'completed'), 'failed', 'processing'])

    const before = getRequests()
    for (const [i, end] of ENDS.entries()) {
      const times = before[i]!
      // The last request is the first one after the end, and comes within `interval.min`.
      expect(times.filter((at) => at >= end)).toHaveLength(1)
      expect(times.at(-1)! - end).toBeLessThanOrEqual(5_400)
      const waits = times.slice(1).map((at, k) => at - times[k]!)
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_300)
      expect(Math.max(...waits)).toBeLessThanOrEqual(10_400)
    }

    await tick(170_000)
    const atDeadline = getRequests()
    expect(atDeadline.slice(0, 9)).toEqual(before.slice(0, 9))
    expect(atDeadline[9]!.length).toBeGreaterThan(before[9]!.length)
    await tick(60_000)
    expect(getRequests()).toEqual(atDeadline)
  })

  it.each<[string, (client: QueryClient) => unknown]>([
    ['refetchQueries()', (client) => void client.refetchQueries()],
    ['invalidateQueries()', (client) => void client.invalidateQueries({ refetchType: 'all' })],
    ['the page was hidden', () => hideAndShowPage(20_000)],
  ])('requests only the live job after %s', async (_, run) => {
    const { client, getRequests } = openDashboard()
    await tick(90_000)
    const before = getRequests()
    await run(client)
    await tick(400)
    expect(getRequests().map(({ length }, i) => length - before[i]!.length)).toEqual([...Array(9).fill(0), 1])
  })
})
