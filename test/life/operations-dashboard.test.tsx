import { QueryClientProvider, useQueries, type QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { itrJobStatusOptions } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch } from '../../src/testing/index.ts'
import { createClient, showPage, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

/** Ten jobs: eight end after 30, 36, … 72 s, one fails, one never ends. */
function openDashboard() {
  const simulator = createItrSimulator({ latency: 300 })
  const jobs = Array.from({ length: 10 }, (_, i) =>
    simulator.start(
      i === 8
        ? 'no_itr_found'
        : i === 9
          ? 'stuck'
          : {
              steps: [{ id: 'download_itr', endsAt: 20_000 }],
              ending: { at: 30_000 + i * 6_000, status: 'completed' },
            },
    ),
  )
  const proxyFetch = itrProxyFetch(simulator)

  function Dashboard() {
    // It shows the time, and so renders each second.
    const [, setNow] = useState(0)
    useEffect(() => {
      const timer = setInterval(() => setNow(Date.now()), 1_000)
      return () => clearInterval(timer)
    }, [])
    const rows = useQueries({
      queries: jobs.map((jobId) => itrJobStatusOptions({ jobId, proxyUrl: URL, fetch: proxyFetch })),
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
  return {
    client,
    jobs,
    rows: () => screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    /** When each was asked for, in ms. */
    asked: (jobId: string) =>
      simulator.calls
        .filter((call) => call.jobId === jobId && call.path.endsWith('/status'))
        .map(({ at }) => at),
  }
}

it('ten jobs on a dashboard are each asked for by the schedule, and each stops at its own end', async () => {
  const { jobs, rows, asked } = openDashboard()
  const began = Date.now()
  await tick(90_000)
  expect(rows()).toEqual([...Array<string>(8).fill('completed'), 'failed', 'processing'])

  for (const [i, job] of jobs.slice(0, 8).entries()) {
    const times = asked(job).map((at) => at - began)
    const end = 30_000 + i * 6_000
    // The last is the first after the end, and comes within the fast pace.
    expect(times.filter((at) => at >= end)).toHaveLength(1)
    expect(times.at(-1)! - end).toBeLessThanOrEqual(5_400)
    const waits = times.slice(1).map((at, k) => at - times[k]!)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_300)
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_400)
  }

  const before = jobs.map((job) => asked(job).length)
  await tick(60_000)
  const after = jobs.map((job) => asked(job).length)
  expect(after.slice(0, 9)).toEqual(before.slice(0, 9))
  expect(after[9]).toBeGreaterThan(before[9]!)
})

it('a job that never ends stops at the deadline', async () => {
  const { jobs, asked } = openDashboard()
  await tick(260_000)
  const count = asked(jobs[9]!).length
  await tick(60_000)
  expect(asked(jobs[9]!)).toHaveLength(count)
})

const refetches: [name: string, refetch: (client: QueryClient) => Promise<void>][] = [
  ['refetchQueries', (client) => client.refetchQueries()],
  ['invalidateQueries', (client) => client.invalidateQueries({ refetchType: 'all' })],
]

it.each(refetches)(
  'the host’s own %s of them all asks at once for the one that goes on, and for no other',
  async (_, refetch) => {
    const { client, jobs, asked } = openDashboard()
    await tick(90_000)
    const before = jobs.map((job) => asked(job).length)
    void refetch(client)
    await tick(400)
    expect(jobs.map((job, i) => asked(job).length - before[i]!)).toEqual([...Array<number>(9).fill(0), 1])
  },
)

it('a dashboard that is shown again asks for the one that goes on, and for no other', async () => {
  const { jobs, asked } = openDashboard()
  await tick(90_000)
  await showPage(false)
  await tick(20_000)
  const before = jobs.map((job) => asked(job).length)
  await showPage(true)
  await tick(400)
  expect(jobs.map((job, i) => asked(job).length - before[i]!)).toEqual([...Array<number>(9).fill(0), 1])
})
