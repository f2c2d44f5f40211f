import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

function openPage() {
  const proxy = createProxy()
  const client = createClient()
  const sent = vi.fn()
  const told = { banner: vi.fn(), form: vi.fn() }
  const watch = { jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, queryClient: client }
  render(
    <>
      <ItrProgress {...watch} timeout={60_000} aria-label="banner" onTimedOut={told.banner} />
      <form
        aria-label="loan"
        onSubmit={(event) => {
          event.preventDefault()
          sent(Object.fromEntries(new FormData(event.currentTarget)))
        }}
      >
        <ItrProgress {...watch} name="itr" required onTimedOut={told.form} />
      </form>
      <form aria-label="card">
        <ItrProgress {...watch} name="verification" required />
      </form>
    </>,
  )
  return {
    proxy,
    sent,
    told,
    phases: () => screen.getAllByRole('group').map(({ dataset }) => dataset.phase),
    form: (name: string) => screen.getByRole<HTMLFormElement>('form', { name }),
  }
}

it('several widgets for one job ask as one does', async () => {
  const { proxy, phases } = openPage()
  await tick(60_000)
  expect(phases()).toEqual(['processing', 'processing', 'processing'])
  expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
  const together = proxy.calls.length
  const alone = createProxy()
  render(<ItrProgress jobId={JOB} proxyUrl={URL} fetch={alone.fetch} queryClient={createClient()} />)
  await tick(60_000)
  // The banner's shorter window brings one check for its own deadline.
  expect(together).toBeLessThanOrEqual(alone.calls.length + 1)
})

it('each has its own timeout, and the one that still waits goes on for both', async () => {
  const { proxy, told, phases } = openPage()
  await tick(66_000)
  expect(phases()).toEqual(['timed-out', 'processing', 'processing'])
  expect([told.banner.mock.calls.length, told.form.mock.calls.length]).toEqual([1, 0])
  proxy.says = answer({ status: 'completed' })
  await tick(10_000)
  expect(phases()).toEqual(['completed', 'completed', 'completed'])
})

it('each form waits, and each is sent the handle', async () => {
  const { proxy, sent, form } = openPage()
  await tick(1_000)
  act(() => form('loan').requestSubmit())
  expect(sent).not.toHaveBeenCalled()
  expect(form('card').checkValidity()).toBe(false)
  proxy.says = answer({ status: 'completed' })
  await tick(10_000)
  act(() => form('loan').requestSubmit())
  expect(sent.mock.calls).toEqual([[{ itr: JOB }]])
  expect(Object.fromEntries(new FormData(form('card')))).toEqual({ verification: JOB })
})
