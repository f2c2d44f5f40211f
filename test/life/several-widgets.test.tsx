import { act, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import {
  COMPLETED,
  createClient,
  createProxy,
  JOB,
  PROXY_URL,
  tick,
  useFakePage,
} from '../react/watchJob.tsx'

useFakePage()

describe('three ItrProgress widgets of one job', () => {
  it('share their polls, and keep their own timeouts and forms', async () => {
    const proxy = createProxy()
    const [onSubmit, onBannerTimedOut, onLoanTimedOut] = [vi.fn(), vi.fn(), vi.fn()]
    const options = { jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, queryClient: createClient() }
    render(
      <>
        <ItrProgress {...options} timeout={60_000} onTimedOut={onBannerTimedOut} />
        <form
          aria-label="loan"
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit(Object.fromEntries(new FormData(event.currentTarget)))
          }}
        >
          <ItrProgress {...options} name="itr" required onTimedOut={onLoanTimedOut} />
        </form>
        <form aria-label="card">
          <ItrProgress {...options} name="verification" required />
        </form>
      </>,
    )
    const form = (name: string) => screen.getByRole<HTMLFormElement>('form', { name })
    const phases = () => screen.getAllByRole('group').map(({ dataset }) => dataset.phase)
    await tick(66_000)
    expect(phases()).toEqual(['timed-out', 'processing', 'processing'])
    expect(onBannerTimedOut).toHaveBeenCalledTimes(1)
    expect(onLoanTimedOut).not.toHaveBeenCalled()
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    act(() => form('loan').requestSubmit())
    expect(onSubmit).not.toHaveBeenCalled()
    expect(form('card').querySelector('input')!.validity.valid).toBe(false)

    proxy.response = COMPLETED
    await tick(10_000)
    expect(phases()).toEqual(['completed', 'completed', 'completed'])
    act(() => form('loan').requestSubmit())
    expect(onSubmit.mock.calls).toEqual([[{ itr: JOB }]])
    expect(Object.fromEntries(new FormData(form('card')))).toEqual({ verification: JOB })
  })
})
