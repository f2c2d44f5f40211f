import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress, itrJobStatusOptions } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

const phase = () => screen.getByRole('group').dataset.phase

describe('a reload with the startedAt of before', () => {
  const reload = (startedAt: number | string, status = 'processing') => {
    const proxy = createProxy(answer({ status }))
    const onTimedOut = vi.fn()
    const watch = { jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, queryClient: createClient() }
    render(<ItrProgress {...watch} startedAt={startedAt} onTimedOut={onTimedOut} />)
    return { proxy, onTimedOut }
  }

  it('continues the window', async () => {
    const { onTimedOut } = reload(Date.now() - 230_000)
    await tick(9_000)
    expect(phase()).toBe('processing')
    await tick(7_000)
    expect(phase()).toBe('timed-out')
    expect(onTimedOut).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['processing', 'timed-out'],
    ['completed', 'completed'],
  ])('polls once after the deadline: %s becomes %s', async (status, then) => {
    const { proxy, onTimedOut } = reload('2026-04-07T10:00:00Z', status)
    await tick(200)
    expect(phase()).toBe('connecting')
    await tick(200)
    expect(phase()).toBe(then)
    expect(proxy.calls).toHaveLength(1)
    expect(onTimedOut).toHaveBeenCalledTimes(then === 'timed-out' ? 1 : 0)
  })
})

describe('a page whose loader has prefetched the status', () => {
  it.each([
    ['processing', 2],
    ['completed', 1],
  ])(
    'shows %s at the first paint, and has sent %i requests once the next is due',
    async (status, requests) => {
      const proxy = createProxy(answer({ status }))
      const options = itrJobStatusOptions({ jobId: JOB, proxyUrl: URL, fetch: proxy.fetch })
      const server = new QueryClient()
      const prefetched = server.prefetchQuery(options)
      await tick(400)
      await prefetched
      const state = JSON.parse(JSON.stringify(dehydrate(server))) as ReturnType<typeof dehydrate>
      server.clear()
      render(
        <QueryClientProvider client={createClient()}>
          <HydrationBoundary state={state}>
            <ItrProgress jobId={JOB} proxyUrl={URL} fetch={proxy.fetch} />
          </HydrationBoundary>
        </QueryClientProvider>,
      )
      expect(phase()).toBe(status)
      await tick(4_000)
      expect(proxy.calls).toHaveLength(1)
      await tick(7_000)
      expect(proxy.calls).toHaveLength(requests)
    },
  )
})
