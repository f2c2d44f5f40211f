import { QueryClientProvider, useQueries, type QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itrJobStatusOptions } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch } from '../../src/testing/index.ts'
import { createClient, showPage, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

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

  function Dashboard() {
    // A clock in the dashboard renders it each second.
    const [, setNow] = useState(0)
    useEffect(() => {
      const timer = setInterval(() => setNow(Date.now()), 1_000)
      return () => clearInterval(timer)
    }, [])
    const rows = useQueries({
      queries: jobs.map((jobId) => itrJobStatusOptions({ jobId, proxyUrl: URL, fetch })),
    })
    return (
      <ul>
        {rows.map(({ data, error }, i) => (
          <li key={jobs[i]}>{error ? error.code : (data?.status ?? 'unknown')}</li>
        ))}
      </ul>
    )
  }

  const client = createClient()
  render(
    <QueryClientProvider client={client}>
      <Dashboard />
    </QueryClientProvider>,
  )
  const start = Date.now()
  return {
    client,
    rows: () => screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    /** Times of the requests for each job, in ms since the start. */
    requests: () =>
      jobs.map((jobId) =>
        simulator.calls
          .filter((call) => call.jobId === jobId && call.path.endsWith('/status'))
          .map(({ at }) => at - start),
      ),
  }
}

describe('a dashboard of ten jobs', () => {
  it('polls each job on schedule, and stops at its own end', async () => {
    const { rows, requests } = openDashboard()
    await tick(90_000)
    expect(rows()).toEqual([...ENDS.map(() => 'completed'), 'failed', 'processing'])

    const before = requests()
    for (const [i, end] of ENDS.entries()) {
      const times = before[i]!
      // The last request is the first one after the end, and comes within `interval.min`.
      expect(times.filter((at) => at >= end)).toHaveLength(1)
      expect(times.at(-1)! - end).toBeLessThanOrEqual(5_400)
      const waits = times.slice(1).map((at, k) => at - times[k]!)
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_300)
      expect(Math.max(...waits)).toBeLessThanOrEqual(10_400)
    }

    await tick(60_000)
    const after = requests()
    expect(after.slice(0, 9)).toEqual(before.slice(0, 9))
    expect(after[9]!.length).toBeGreaterThan(before[9]!.length)
  })

  it('stops at the deadline of a job that never ends', async () => {
    const { requests } = openDashboard()
    await tick(260_000)
    const before = requests()
    await tick(60_000)
    expect(requests()).toEqual(before)
  })

  it.each<[string, before: () => Promise<unknown>, run: (client: QueryClient) => unknown]>([
    ['refetchQueries()', async () => {}, (client) => void client.refetchQueries()],
    [
      'invalidateQueries()',
      async () => {},
      (client) => void client.invalidateQueries({ refetchType: 'all' }),
    ],
    ['the page is shown again', () => showPage(false), () => showPage(true)],
  ])('requests only the live job after %s', async (_, before, run) => {
    const { client, requests } = openDashboard()
    await tick(90_000)
    await before()
    await tick(20_000)
    const earlier = requests()
    await run(client)
    await tick(400)
    const counts = requests().map(({ length }, i) => length - earlier[i]!.length)
    expect(counts).toEqual([...ENDS.map(() => 0), 0, 1])
  })
})
