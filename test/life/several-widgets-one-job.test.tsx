import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

/** A banner with a short timeout, and two forms. */
function openPage() {
  const proxy = createProxy()
  const onSubmit = vi.fn()
  const onTimedOut = vi.fn<(widget: string) => void>()
  const watch = { jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, queryClient: createClient() }
  render(
    <>
      <ItrProgress {...watch} timeout={60_000} onTimedOut={() => onTimedOut('banner')} />
      <form
        aria-label="loan"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(Object.fromEntries(new FormData(event.currentTarget)))
        }}
      >
        <ItrProgress {...watch} name="itr" required onTimedOut={() => onTimedOut('loan')} />
      </form>
      <form aria-label="card">
        <ItrProgress {...watch} name="verification" required />
      </form>
    </>,
  )
  return {
    proxy,
    onSubmit,
    onTimedOut,
    phases: () => screen.getAllByRole('group').map(({ dataset }) => dataset.phase),
    form: (name: string) => screen.getByRole<HTMLFormElement>('form', { name }),
  }
}

describe('three widgets of one job', () => {
  it('poll as often as one', async () => {
    const { proxy, phases } = openPage()
    await tick(60_000)
    expect(phases()).toEqual(['processing', 'processing', 'processing'])
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    const together = proxy.calls.length
    const single = createProxy()
    render(<ItrProgress jobId={JOB} proxyUrl={URL} fetch={single.fetch} queryClient={createClient()} />)
    await tick(60_000)
    // The deadline of the banner costs one more poll.
    expect(together).toBeLessThanOrEqual(single.calls.length + 1)
  })

  it('have their own timeouts, and the polls of one serve all', async () => {
    const { proxy, onTimedOut, phases } = openPage()
    await tick(66_000)
    expect(phases()).toEqual(['timed-out', 'processing', 'processing'])
    expect(onTimedOut.mock.calls).toEqual([['banner']])
    proxy.says = answer({ status: 'completed' })
    await tick(10_000)
    expect(phases()).toEqual(['completed', 'completed', 'completed'])
  })

  it('block their own forms, which then submit the jobId', async () => {
    const { proxy, onSubmit, form } = openPage()
    await tick(1_000)
    act(() => form('loan').requestSubmit())
    expect(onSubmit).not.toHaveBeenCalled()
    expect(form('card').querySelector('input')!.validity.valid).toBe(false)
    proxy.says = answer({ status: 'completed' })
    await tick(10_000)
    act(() => form('loan').requestSubmit())
    expect(onSubmit.mock.calls).toEqual([[{ itr: JOB }]])
    expect(Object.fromEntries(new FormData(form('card')))).toEqual({ verification: JOB })
  })
})
