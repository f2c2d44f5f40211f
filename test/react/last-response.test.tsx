import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  parseItrJob,
  useItrJobStatus,
  type ItrJobStatusOptions,
  type ItrJobStatusResult,
} from '../../src/index.ts'
import { useLastResponse } from '../../src/react/useLastResponse.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import {
  createClient,
  createProxy,
  httpError,
  JOB,
  PROXY_URL,
  queryKey,
  statusBody,
  tick,
  useFakePage,
} from './watchJob.tsx'

useFakePage()

/** Renders the hook and its last response, as a host may in one component. */
function watchResponses(response: object, options: Partial<ItrJobStatusOptions> = {}) {
  const client = createClient()
  const proxy = createProxy(response)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  let renders = 0
  let status: ItrJobStatusResult
  const { result, rerender, unmount } = renderHook(
    (jobId) => {
      renders++
      status = useItrJobStatus({ jobId, proxyUrl: PROXY_URL, fetch: proxy.fetch, ...options })
      return useLastResponse(status)
    },
    { wrapper, initialProps: JOB },
  )
  return { proxy, client, result, rerender, unmount, getRenders: () => renders, getStatus: () => status }
}

const responseOf = (result: ItrJobStatusResult) => renderHook(() => useLastResponse(result)).result.current

describe('useLastResponse: a job that is polled', () => {
  it('is null before the first response', async () => {
    const { result } = watchResponses(statusBody())
    await tick(200)
    expect(result.current).toBeNull()
  })

  it('has the time of each response, and the age of the job then', async () => {
    const start = Date.now()
    const { result, proxy } = watchResponses(statusBody())
    await tick(400)
    expect(result.current).toEqual({ at: start + 300, arrivedAt: start + 300, elapsedMs: 300 })
    await tick(11_000)
    expect(proxy.calls).toHaveLength(2)
    expect(result.current).toEqual({ at: start + 10_600, arrivedAt: start + 10_600, elapsedMs: 10_600 })
  })

  it('renders its caller once for an unchanged response, and not for other queries', async () => {
    const { client, getRenders } = watchResponses(statusBody())
    await tick(400)
    const before = getRenders()
    client.setQueryData(['other'], 1)
    await tick(1_000)
    expect(getRenders()).toBe(before)
    await tick(10_000)
    expect(getRenders()).toBe(before + 1)
  })

  it('follows the responses of another job, and of none after unmount', async () => {
    const { client, result, rerender, unmount } = watchResponses(statusBody())
    await tick(400)
    rerender('handle-2')
    await tick(400)
    const first = result.current!.at
    await tick(11_000)
    expect(result.current!.at).toBeGreaterThan(first)
    unmount()
    expect(client.getQueryCache().hasListeners()).toBe(false)
  })

  it('takes the age from the timestamps of the job if they say more', async () => {
    const times = { created_at: '2026-04-07T11:00:00Z', updated_at: '2026-04-07T11:10:00Z' }
    const { result } = watchResponses(statusBody(times))
    await tick(400)
    expect(result.current!.elapsedMs).toBe(600_000)
  })

  it.each([
    ['completed_at', { updated_at: '2026-04-07T11:05:00Z', completed_at: '2026-04-07T11:02:00Z' }, 120_000],
    ['updated_at without completed_at', { updated_at: '2026-04-07T11:05:00Z' }, 300_000],
    ['an end in the same second', { completed_at: '2026-04-07T11:00:00Z' }, 0],
  ])('has the time at which a terminal job ended: %s', async (_, fields, elapsedMs) => {
    const created_at = '2026-04-07T11:00:00Z'
    const { result } = watchResponses(statusBody({ status: 'completed', created_at, ...fields }))
    await tick(400)
    const at = Date.parse(created_at) + elapsedMs
    expect(result.current).toEqual({ at, arrivedAt: Date.now() - 100, elapsedMs })
  })

  it('has the time of the response for a terminal job without timestamps', async () => {
    const start = Date.now()
    const { result } = watchResponses(statusBody({ status: 'failed' }))
    await tick(400)
    expect(result.current).toEqual({ at: start + 300, arrivedAt: start + 300, elapsedMs: 300 })
  })
})

describe('useLastResponse: a terminal job without `createdAt`', () => {
  // The page opens at 11:24.
  const startedAt = '2026-04-06T13:24:00Z'
  const start = Date.parse(startedAt)
  const endedAt = '2026-04-06T13:24:45Z'
  const watchEnd = async (fields: object, options?: Partial<ItrJobStatusOptions>) => {
    const { result } = watchResponses(statusBody({ status: 'completed', ...fields }), options)
    await tick(400)
    return result.current
  }

  it.each([
    ['updated_at', { updated_at: endedAt }],
    ['completed_at', { updated_at: '2026-04-06T18:00:00Z', completed_at: endedAt }],
  ])('has the time at which it ended, counted from the start of the window: %s', async (_, fields) => {
    const response = await watchEnd(fields, { startedAt })
    expect(response).toEqual({ at: start + 45_000, arrivedAt: Date.now() - 100, elapsedMs: 45_000 })
  })

  it('may end at the start of the window', async () => {
    expect(await watchEnd({ updated_at: startedAt }, { startedAt })).toMatchObject({
      at: start,
      elapsedMs: 0,
    })
  })

  it('counts from the first window after a retry', async () => {
    const { proxy, result, getStatus } = watchResponses(httpError(503), { startedAt, timeout: 60_000 })
    await tick(400)
    expect(getStatus().phase).toBe('timed-out')
    proxy.response = statusBody({ status: 'failed', updated_at: endedAt })
    act(() => getStatus().retry())
    await tick(400)
    expect(result.current).toMatchObject({ at: start + 45_000, elapsedMs: 45_000 })
  })

  it('has the time of the response if an earlier response came before the end, since clocks differ', async () => {
    const { proxy, result } = watchResponses(statusBody())
    await tick(30_000)
    proxy.response = statusBody({ status: 'completed', updated_at: '2026-04-07T11:24:15Z' })
    await tick(10_700)
    expect(result.current).toMatchObject({
      elapsedMs: result.current!.at - Date.parse('2026-04-07T11:24:00Z'),
    })
    expect(result.current!.elapsedMs).toBeGreaterThan(30_000)
  })

  it('has that time as the arrival of a job that a host wrote into the cache with `updatedAt: 0`', async () => {
    const queryClient = createClient()
    const job = parseItrJob(statusBody({ status: 'completed', updated_at: endedAt }))
    queryClient.setQueryData(queryKey, job, { updatedAt: 0 })
    const { result, proxy } = watchResponses(statusBody(), { startedAt, queryClient })
    await tick(400)
    expect(proxy.calls).toHaveLength(0)
    expect(result.current).toEqual({ at: start + 45_000, arrivedAt: start + 45_000, elapsedMs: 45_000 })
  })

  it.each([
    ['before the start', { updated_at: '2026-04-06T13:23:59Z' }],
    ['after the response', { updated_at: '2026-04-07T11:24:01Z' }],
    ['of a job that is not terminal', { status: 'processing', updated_at: endedAt }],
  ])('has the time of the response for a change %s', async (_, fields) => {
    const response = await watchEnd(fields, { startedAt })
    const arrivedAt = Date.now() - 100
    expect(response).toEqual({ at: arrivedAt, arrivedAt, elapsedMs: arrivedAt - start })
  })
})

describe('useLastResponse: a result that the hook did not create', () => {
  const startedAt = Date.parse('2026-04-07T11:00:00Z')
  const updatedAt = '2026-04-07T11:00:20.000Z'

  it('has the time of the last update of the job', () => {
    const at = startedAt + 20_000
    const response = { at, arrivedAt: at, elapsedMs: 20_000 }
    expect(responseOf(itrResult('processing', { startedAt, updatedAt }))).toEqual(response)
    expect(responseOf(itrResult('failed', { startedAt, updatedAt, createdAt: null }))).toEqual(response)
  })

  it('is null without such a time or without a start', () => {
    expect(responseOf(itrResult('connecting', { startedAt }))).toBeNull()
    expect(responseOf(itrResult('processing', { startedAt, updatedAt: null }))).toBeNull()
    expect(responseOf(itrResult('processing', { startedAt: null, updatedAt }))).toBeNull()
  })

  it('takes the age from the timestamps of the job if they say more', () => {
    const late = { startedAt: startedAt + 15_000, updatedAt }
    const createdAt = new Date(startedAt).toISOString()
    expect(responseOf(itrResult('processing', { ...late, createdAt }))).toMatchObject({ elapsedMs: 20_000 })
    expect(responseOf(itrResult('processing', { ...late, createdAt: null }))).toMatchObject({
      elapsedMs: 5_000,
    })
  })

  it('has no negative age', () => {
    const result = itrResult('processing', { startedAt: startedAt + 60_000, updatedAt })
    expect(responseOf(result)).toMatchObject({ at: startedAt + 20_000, elapsedMs: 0 })
  })
})
