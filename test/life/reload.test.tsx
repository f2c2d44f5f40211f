import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress, itrJobStatusOptions } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

const phase = () => screen.getByRole('group').dataset.phase

describe('a reload with a kept startedAt', () => {
  const open = (startedAt: number | string) => {
    const proxy = createProxy()
    const onTimedOut = vi.fn()
    render(
      <ItrProgress
        jobId={JOB}
        proxyUrl={URL}
        fetch={proxy.fetch}
        queryClient={createClient()}
        startedAt={startedAt}
        onTimedOut={onTimedOut}
      />,
    )
    return { proxy, onTimedOut }
  }

  it('goes on with the window that it had', async () => {
    const { onTimedOut } = open(Date.now() - 230_000)
    await tick(9_000)
    expect(phase()).toBe('processing')
    await tick(7_000)
    expect(phase()).toBe('timed-out')
    expect(onTimedOut).toHaveBeenCalledTimes(1)
  })

  it('of a window that is long over asks before it prompts', async () => {
    const { proxy, onTimedOut } = open('2026-04-07T10:00:00Z')
    await tick(200)
    expect(phase()).toBe('connecting')
    await tick(200)
    expect(phase()).toBe('timed-out')
    expect(proxy.calls).toHaveLength(1)
    expect(onTimedOut).toHaveBeenCalledTimes(1)
  })

  it('finds the end of a job that ended meanwhile', async () => {
    const { proxy, onTimedOut } = open('2026-04-07T10:00:00Z')
    proxy.says = answer({ status: 'completed' })
    await tick(400)
    expect(phase()).toBe('completed')
    expect(onTimedOut).not.toHaveBeenCalled()
  })
})

describe('a deep link whose first status a loader has prefetched', () => {
  async function open(status: string) {
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
    return proxy
  }

  it('shows it with the first paint, and asks next when that is due', async () => {
    const proxy = await open('processing')
    expect(phase()).toBe('processing')
    await tick(4_000)
    expect(proxy.calls).toHaveLength(1)
    await tick(7_000)
    expect(proxy.calls).toHaveLength(2)
  })

  it('of a job that is completed asks nothing at all', async () => {
    const proxy = await open('completed')
    expect(phase()).toBe('completed')
    await tick(300_000)
    expect(proxy.calls).toHaveLength(1)
  })
})
